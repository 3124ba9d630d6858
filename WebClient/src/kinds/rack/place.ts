import type { RackView, ServerView } from '../../wire';
import type { World } from '../../world/world';
import type { Place } from '../kind';
import { tierOf } from '../server/roles';
import { towersOf } from './stack';

const tiers = ['front', 'behind', 'workers', 'data'] as const;

/** A rack stands in each column of the tiers it has servers of. */
export const place: Place<RackView> = {
  blocks: (world) => tiers.map((column) => ({
      column,
      towers: (roomy) => towersOf(column, serversOf(column, world), roomy, world),
    })),
};

function serversOf(tier: (typeof tiers)[number], world: World): readonly ServerView[] {
  return world.list('servers').filter((server) => tierOf(server, world) === tier);
}
