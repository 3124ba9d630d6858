// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { DebriefView } from './debrief-view';
import { Refusal } from './refusal';

/** Answer of Debrief: what came of the drill, or why nobody can say (yet). */
export interface DebriefAnswer {
  readonly debrief: DebriefView | null;
  readonly refusal: Refusal | null;
}

export const DebriefAnswer: Shape<DebriefAnswer> = {
  debrief: { orNull: DebriefView },
  refusal: { orNull: Refusal },
};
