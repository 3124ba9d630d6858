// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** An action somebody thinks of taking. */
export interface PreviewRequest {
  readonly action: string;
  readonly target: string;
  /** As far as they are known; left out: the catalogue's initial value. */
  readonly args: Readonly<Record<string, string>>;
}

export const PreviewRequest: Shape<PreviewRequest> = {
  action: 'text',
  target: 'text',
  args: { each: 'text' },
};
