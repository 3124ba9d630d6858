import { Rectangle, Texture } from 'pixi.js';
import type { Mark } from './journey';

const dotPixels = 16;

/** One canvas with the four shapes: a dot, a dot in an amber ring (late), a cross (failed), a ring (handshakes). */
export function dotTextures(resolution: number): Record<Mark, Texture> {
  const canvas = document.createElement('canvas');
  canvas.width = dotPixels * 4 * resolution;
  canvas.height = dotPixels * resolution;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2d canvas for the dots');
  pen.scale(resolution, resolution);
  const disc = (x: number, radius: number, color: string): void => {
    pen.fillStyle = color;
    pen.beginPath();
    pen.arc(x, 8, radius, 0, Math.PI * 2);
    pen.fill();
  };
  disc(8, 4.2, '#ffffff');
  disc(24, 6.6, '#e69f00');
  disc(24, 4.2, '#ffffff');
  disc(24, 3.2, '#e69f00');
  pen.lineCap = 'round';
  for (const [width, color] of [[5, '#00000088'], [3, '#f0754a']] as const) {
    pen.lineWidth = width;
    pen.strokeStyle = color;
    pen.beginPath();
    pen.moveTo(36, 4);
    pen.lineTo(44, 12);
    pen.moveTo(44, 4);
    pen.lineTo(36, 12);
    pen.stroke();
  }
  pen.lineWidth = 1.6;
  pen.strokeStyle = '#ffffff';
  pen.beginPath();
  pen.arc(56, 8, 3.2, 0, Math.PI * 2);
  pen.stroke();
  const source = Texture.from(canvas).source;
  source.resolution = resolution;
  const shape = (at: number): Texture => new Texture({ source, frame: new Rectangle(at * dotPixels, 0, dotPixels, dotPixels) });
  return { none: shape(0), late: shape(1), failed: shape(2), hello: shape(3) };
}
