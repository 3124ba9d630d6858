import type { CertificateView } from '../../wire';
import type { Place } from '../kind';

const size = { w: 116, h: 44 };

/** A certificate is shown where users' connections end. */
export const place: Place<CertificateView> = {
  items: (world) => world.list('certificates').map(({ id }) => ({ id, stage: 'edge', at: ['edge', 'door', 'users'], ...size })),
};
