import type { PreviewView } from '../wire';

/**
 * Whether an action wants a second look before it is taken: it cuts requests, changes the bill, cannot be taken back, or would
 * be refused.
 */
export function isGrave(view: PreviewView | null): boolean {
  return view === null || view.refusal !== null || view.inFlight === 'cut' || view.perHour !== 0 || view.undo === null;
}
