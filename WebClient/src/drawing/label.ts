import { BitmapText, Container, Text } from 'pixi.js';
import { family, fontName, inFont, type FontSize } from './fonts';

export interface LabelStyle {
  readonly size: FontSize;
  readonly color: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Pixels it may take; longer text ends in … */
  readonly most?: number;
}

/** One piece of text. Ids and figures come from a bitmap font; anything else is drawn as text of its own. */
export class Label {
  readonly root = new Container();
  #bitmap: BitmapText | null = null;
  #canvas: Text | null = null;
  #key = '';

  set(text: string, x: number, y: number, style: LabelStyle): void {
    const key = `${text}|${style.size}|${style.bold ? 1 : 0}|${style.most ?? ''}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#write(text, style);
    }
    const shown = this.#canvas?.visible ? this.#canvas : this.#bitmap;
    if (!shown) return;
    shown.tint = style.color;
    const width = style.align === 'left' || style.align === undefined ? 0 : shown.width;
    this.root.position.set(Math.round(x - (style.align === 'center' ? width / 2 : width)), Math.round(y));
    this.root.visible = true;
  }

  hide(): void {
    this.root.visible = false;
  }

  /** Draws again, once a font has arrived. */
  forget(): void {
    this.#key = '';
    this.#canvas?.destroy();
    this.#canvas = null;
  }

  #write(text: string, style: LabelStyle): void {
    const plain = inFont(text);
    if (this.#bitmap) this.#bitmap.visible = plain;
    if (this.#canvas) this.#canvas.visible = !plain;
    const shown = plain ? this.#asBitmap(style) : this.#asCanvas(style);
    shown.text = text;
    for (let length = text.length - 1; style.most !== undefined && shown.width > style.most && length > 0; length--)
      shown.text = `${text.slice(0, length)}…`;
  }

  #asBitmap(style: LabelStyle): BitmapText {
    this.#bitmap ??= this.root.addChild(new BitmapText({ text: '' }));
    this.#bitmap.style.fontFamily = fontName(style.size, style.bold ?? false);
    this.#bitmap.style.fontSize = style.size;
    this.#bitmap.visible = true;
    return this.#bitmap;
  }

  #asCanvas(style: LabelStyle): Text {
    this.#canvas ??= this.root.addChild(new Text({ text: '', style: { fontFamily: [family, 'sans-serif'], fill: '#ffffff' } }));
    this.#canvas.style.fontSize = style.size;
    this.#canvas.style.fontWeight = style.bold ? '700' : '500';
    this.#canvas.visible = true;
    return this.#canvas;
  }
}
