import type { ScalerView } from '../../wire';
import type { Place } from '../kind';

const size = { w: 132, h: 62 };
const columns = { whole: 'door', app: 'inner', worker: 'queue' } as const;

/** Before the servers whose number it sets. */
export const place: Place<ScalerView> = {
  items: (world) =>
    world.list('scalers').map(({ id, tier }) => ({ id, stage: 'capacity', at: [columns[tier]], ...size })),
};
