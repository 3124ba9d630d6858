import { session } from '../connection/session.svelte';
import type { PreviewRequest, PreviewView } from '../wire';

/** The latest answer to what an action would mean. Answers that are overtaken, and questions asked too fast, change nothing. */
export class LivePreview {
  view = $state.raw<PreviewView | null>(null);
  /** What was asked when this was answered. */
  question = $state.raw<PreviewRequest | null>(null);
  #asked = 0;
  #shown = 0;

  async ask(request: PreviewRequest): Promise<PreviewView | null> {
    const number = ++this.#asked;
    const view = await session.link.call('Preview', request).catch(() => null);
    if (!view || number < this.#shown || view.refusal?.code === 'too-fast') return null;
    this.#shown = number;
    this.view = view;
    this.question = request;
    return view;
  }
}
