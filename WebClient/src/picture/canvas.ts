import 'pixi.js/unsafe-eval';
import { Application } from 'pixi.js';
import { installFonts } from '../drawing/fonts';
import { drawsInSoftware } from './renderer';

/** A canvas that is ready to draw, not yet in the page. */
export interface Canvas {
  readonly app: Application;
  readonly resolution: number;
}

const softwareFramesPerSecond = 30;

let prepared: Promise<Canvas> | null = null;

/** Does ahead of time what takes longest: the drawing context, the alphabets, the first shaders. */
export function prepareCanvas(): Promise<Canvas> {
  prepared ??= create().catch((error: unknown) => {
    prepared = null;
    throw error;
  });
  return prepared;
}

/** The prepared canvas, or a new one; whoever takes it destroys it. */
export function takeCanvas(): Promise<Canvas> {
  const canvas = prepareCanvas();
  prepared = null;
  return canvas;
}

async function create(): Promise<Canvas> {
  const slow = drawsInSoftware();
  const resolution = slow ? 1 : Math.min(2, window.devicePixelRatio || 1);
  const app = new Application();
  const options = {
    preference: 'webgl', antialias: !slow, autoDensity: true, resolution, autoStart: false, roundPixels: true,
  } as const;
  await Promise.all([installFonts(Math.max(2, resolution)), app.init(options)]);
  if (slow) app.ticker.maxFPS = softwareFramesPerSecond;
  return { app, resolution };
}

/** Into the page. It is drawn only when something moved: a paused drill costs nothing. */
export function hang(app: Application, host: HTMLElement): void {
  app.stage.eventMode = 'none';
  app.canvas.dataset['testid'] = 'picture';
  app.canvas.setAttribute('aria-hidden', 'true');
  host.appendChild(app.canvas);
  app.ticker.remove(app.render, app);
}
