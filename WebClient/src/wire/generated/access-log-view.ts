// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { AccessLineView } from './access-line-view';

/** The last lines written meanwhile; Written and Failed count all of them. */
export interface AccessLogView {
  readonly written: number;
  readonly failed: number;
  readonly lines: readonly AccessLineView[];
}

export const AccessLogView: Shape<AccessLogView> = {
  written: 'number',
  failed: 'number',
  lines: [AccessLineView],
};
