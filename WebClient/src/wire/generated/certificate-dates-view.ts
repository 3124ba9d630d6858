// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Simulated times; before the drill: below 0. */
export interface CertificateDatesView {
  readonly fromMs: number;
  readonly expiresMs: number;
  /** It is issued for the users' name for the system. */
  readonly covers: boolean;
}

export const CertificateDatesView: Shape<CertificateDatesView> = {
  fromMs: { parts: 10 },
  expiresMs: { parts: 10 },
  covers: 'flag',
};
