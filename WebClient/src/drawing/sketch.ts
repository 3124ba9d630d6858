import { Container, Graphics } from 'pixi.js';
import { Label, type LabelStyle } from './label';

/** A component's drawing: cleared and drawn again when its view changes, with its labels kept from last time. */
export class Sketch {
  readonly root = new Container();
  readonly g = new Graphics();
  #labels: Label[] = [];
  #used = 0;

  constructor() {
    this.root.addChild(this.g);
  }

  begin(): void {
    this.g.clear();
    this.#used = 0;
  }

  text(text: string, x: number, y: number, style: LabelStyle): void {
    let label = this.#labels[this.#used];
    if (!label) {
      label = new Label();
      this.#labels.push(label);
      this.root.addChild(label.root);
    }
    this.#used++;
    label.set(text, x, y, style);
  }

  end(): void {
    for (const label of this.#labels.slice(this.#used)) label.hide();
  }

  forgetTexts(): void {
    for (const label of this.#labels) label.forget();
  }

  destroy(): void {
    this.root.destroy({ children: true });
  }
}
