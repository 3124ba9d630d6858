// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** How target tracking goes about it, as Kubernetes' horizontal pod autoscaler. */
export interface BehaviorView {
  readonly everySeconds: number;
  readonly tolerance: number;
  /** Stabilization window before it scales out; DownSeconds: before it scales in. */
  readonly upSeconds: number;
  readonly downSeconds: number;
}

export const BehaviorView: Shape<BehaviorView> = {
  everySeconds: { parts: 1000 },
  tolerance: { parts: 1000 },
  upSeconds: { parts: 1000 },
  downSeconds: { parts: 1000 },
};
