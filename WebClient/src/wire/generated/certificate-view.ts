// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/**
 * A certificate; users' browsers check the one that is served. Times are simulated. Only a look tells when it expires and which
 * name it is issued for.
 */
export interface CertificateView {
  readonly id: string;
  /** When the renewal under way is done; 0: none is. */
  readonly renewedMs: number;
  readonly expired: boolean;
}

export const CertificateView: Shape<CertificateView> = {
  id: 'text',
  renewedMs: { parts: 10 },
  expired: 'flag',
};
