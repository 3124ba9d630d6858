import { Container } from 'pixi.js';

const together = 16;

/** Many drawings, a few in a render group each: when one of them changes, only those beside it are put together again. */
export class Bundles {
  readonly root = new Container();

  add(drawing: Container): void {
    const room = this.root.children.find((bundle) => bundle.children.length < together);
    (room ?? this.root.addChild(new Container({ isRenderGroup: true }))).addChild(drawing);
  }
}
