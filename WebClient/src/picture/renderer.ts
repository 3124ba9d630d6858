/** Names software renderers give themselves. */
const software = /swiftshader|llvmpipe|software|basic render/i;

/** Whether WebGL is drawn by the processor: then fewer pixels and fewer frames keep everything else responsive. */
export function drawsInSoftware(): boolean {
  const gl = document.createElement('canvas').getContext('webgl');
  if (!gl) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' && software.test(name);
}
