import { session } from '../connection/session.svelte';
import { selection } from '../world/selection.svelte';

interface View {
  readonly zoom: (way: 1 | -1) => void;
  readonly fit: () => void;
  readonly focus: () => void;
}

/** Keys that work anywhere on the play screen, unless something is being typed or a dialog is open. */
export function onKey(event: KeyboardEvent, view: View): void {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    selection.open = selection.open === 'palette' ? 'none' : 'palette';
    return;
  }
  const idle = selection.open === 'none' && !typing(event.target);
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && idle) {
    event.preventDefault();
    session.undoLast();
    return;
  }
  if (!idle || event.ctrlKey || event.metaKey || event.altKey) return;
  switch (event.key) {
    case '?':
      selection.open = 'help';
      break;
    case 't':
      selection.table = !selection.table;
      break;
    case 'i':
      // the form that opens must not take this letter for its own
      event.preventDefault();
      if (session.operates) selection.handle(session.world.incident ? 'post-status' : 'declare-incident');
      else selection.channel = 'incident';
      break;
    case 'h':
      selection.open = 'hints';
      break;
    case 's':
      selection.open = 'situation';
      break;
    case 'l':
      selection.tab = selection.tab === 'look' ? 'live' : 'look';
      break;
    case '+':
    case '=':
      view.zoom(1);
      break;
    case '-':
      view.zoom(-1);
      break;
    case '0':
      view.fit();
      break;
    case 'Escape':
      if (selection.action !== null) selection.action = null;
      else {
        selection.choose(null);
        view.focus();
      }
      break;
    case ' ':
      if (event.target instanceof HTMLButtonElement || !session.controls) return;
      event.preventDefault();
      void session.control(session.link.call(session.room?.status === 'paused' ? 'Continue' : 'Pause'));
      break;
    default:
      return;
  }
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
