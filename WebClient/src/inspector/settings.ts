import { memory, money, percent, seconds } from '../language/figures';
import { words } from '../language/words';
import { m } from '../paraglide/messages';
import type { Component } from '../world/components';
import type { World } from '../world/world';

export type Setting = readonly [name: string, value: string];

/** What a component is set to, as name and value. */
export function settingsOf(one: Component, world: World): readonly Setting[] {
  switch (one.kind) {
    case 'server':
      return [
        [m.setting_size(), `${one.view.size} · ${one.view.cores} CPU · ${memory(one.view.memoryMiB)}`],
        [m.setting_price(), m.per_hour({ money: money(one.view.pricePerHour) })],
        [m.setting_rack(), `${one.view.rack} · ${one.view.slot + 1}`],
        [m.setting_version(), one.view.version],
        ...one.view.roles.map((role): Setting => [m.setting_processes({ role: words('tier', role.role) }), `${role.processes} × ${role.threads}`]),
      ];
    case 'balancer':
      return [
        [m.setting_algorithm(), words('choice', one.view.algorithm)],
        [
          m.setting_check(),
          m.setting_check_value({
            path: words('choice', one.view.check.path),
            interval: one.view.check.intervalSeconds,
            timeout: one.view.check.timeoutSeconds,
            out: one.view.check.unhealthyAfter,
            in: one.view.check.healthyAfter,
          }),
        ],
        [m.setting_drain(), seconds(one.view.drainSeconds)],
        ...(one.view.failOpen ? [[m.setting_targets(), m.setting_fail_open()] as const] : []),
      ];
    case 'cache':
      return [
        [m.setting_capacity(), `${one.view.entries} / ${one.view.capacity}`],
        [m.setting_ttl(), seconds(one.view.ttlSeconds)],
        [words('figure', 'hitRatio'), percent(one.view.hitRatio)],
      ];
    case 'database':
      return [
        [m.setting_server(), one.view.server],
        [m.setting_max_connections(), `${one.view.connections} / ${one.view.maxConnections}`],
        [words('figure', 'slots'), `${one.view.busySlots} / ${one.view.slots}`],
        [words('figure', 'slotQueue'), String(one.view.slotQueue)],
        [words('figure', 'lockWaiters'), String(one.view.lockWaiters)],
      ];
    case 'rack': {
      const used = [...world.servers.values()].filter((server) => server.rack === one.id).length;
      return [[m.setting_units(), `${used} / ${one.view.units}`]];
    }
    case 'rollout':
      return [
        [m.setting_version(), one.view.version],
        [m.setting_from(), one.view.fromVersion],
        [m.setting_step(), words('step', one.view.step)],
        [m.setting_batch(), one.view.batch.join(', ')],
        [m.setting_waiting(), one.view.waiting.join(', ')],
        [m.setting_done(), one.view.done.join(', ')],
      ].filter((setting): setting is [string, string] => setting[1] !== '');
  }
}
