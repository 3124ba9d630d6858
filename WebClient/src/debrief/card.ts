import type { DebriefView } from '../wire';
import { pathOf, xOf, yOf } from './curve';

/** What the picture of a result says, in the player's words. */
export interface Card {
  readonly title: string;
  readonly points: string;
  readonly medal: string;
  readonly lines: readonly string[];
  readonly own: string;
  readonly par: string;
}

const width = 1200;
const height = 630;
const margin = 64;

/** Drawn here and saved here: nothing of it goes to any other site. */
export function drawCard(canvas: HTMLCanvasElement, card: Card, debrief: DebriefView, endsMs: number): void {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const font = getComputedStyle(document.body).fontFamily;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = colour('ground');
  pen.fillRect(0, 0, width, height);
  const write = (text: string, x: number, y: number, size: number, of: string, weight = 400): void => {
    pen.font = `${weight} ${size}px ${font}`;
    pen.fillStyle = colour(of);
    pen.fillText(text, x, y, width - x - margin);
  };
  write('OpsGame', margin, 84, 26, 'ink-2', 600);
  write(card.title, margin, 132, 40, 'ink', 650);
  write(card.points, margin, 244, 96, 'ink', 700);
  write(card.medal, margin, 292, 30, 'warn', 600);
  card.lines.forEach((line, at) => write(line, 620, 210 + at * 38, 24, 'ink-2'));

  const frame = { left: margin, right: width - margin, top: 340, bottom: height - 90, untilMs: Math.max(1, endsMs) };
  pen.strokeStyle = colour('line');
  pen.lineWidth = 1;
  for (const share of [0, 0.5, 1]) {
    pen.beginPath();
    pen.moveTo(frame.left, yOf(frame, share));
    pen.lineTo(frame.right, yOf(frame, share));
    pen.stroke();
    write(`${share * 100}%`, 8, yOf(frame, share) + 6, 18, 'ink-3');
  }
  const line = (run: DebriefView['own'], of: string, dash: number[]): void => {
    pen.strokeStyle = colour(of);
    pen.lineWidth = 3;
    pen.setLineDash(dash);
    pen.stroke(new Path2D(pathOf(run, frame)));
    pen.setLineDash([]);
  };
  if (debrief.par) line(debrief.par, 'accent', [10, 8]);
  line(debrief.own, 'good', []);
  if (debrief.turn) {
    pen.fillStyle = colour('warn');
    pen.beginPath();
    pen.arc(xOf(frame, debrief.turn.timeMs), frame.top, 8, 0, Math.PI * 2);
    pen.fill();
  }
  write(`— ${card.own}`, margin, height - 40, 22, 'good', 600);
  if (debrief.par) write(`- - ${card.par}`, margin + 320, height - 40, 22, 'accent', 600);
}

/** Saves a canvas as a file of this browser. */
export function save(canvas: HTMLCanvasElement, name: string): void {
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }, 'image/png');
}
