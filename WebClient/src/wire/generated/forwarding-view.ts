// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** How a balancer passes requests on. */
export interface ForwardingView {
  /** How long it waits for an answer; 0: as long as it takes. Likewise how long it keeps a connection nobody uses. */
  readonly responseTimeoutSeconds: number;
  readonly idleTimeoutSeconds: number;
  /** All tries of a request; 1: it does not try again. */
  readonly attempts: number;
  /** Retries may be at most this share of requests; 0: any number. */
  readonly budget: number;
  /** Failures after which a target is ejected; 0: never. */
  readonly ejectAfter: number;
  /** In this time; 0: in a row. */
  readonly withinSeconds: number;
  /** It is ejected for so long the first time. */
  readonly outSeconds: number;
  readonly sticky: 'none' | 'cookie' | 'address';
  /** How long a cookie is good after it was used. */
  readonly stickySeconds: number;
}

export const ForwardingView: Shape<ForwardingView> = {
  responseTimeoutSeconds: { parts: 1000 },
  idleTimeoutSeconds: { parts: 1000 },
  attempts: 'number',
  budget: { parts: 1000 },
  ejectAfter: 'number',
  withinSeconds: { parts: 1000 },
  outSeconds: { parts: 1000 },
  sticky: { oneOf: ['none', 'cookie', 'address'] },
  stickySeconds: { parts: 1000 },
};
