import { memory, money, percent, rate, seconds } from '../language/figures';
import { words } from '../language/words';
import { m } from '../paraglide/messages';
import type { Component } from '../world/components';
import { expiryText } from './looks';
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
        ...(one.view.version === '' ? [] : [[m.setting_version(), one.view.version] as const]),
        ...(one.view.diskMiB > 0 ? [[m.figure_disk(), `${percent(one.view.disk)} · ${memory(one.view.diskMiB)}`] as const] : []),
        ...(one.view.logKeepMiB > 0 ? [[m.setting_log_keep(), memory(one.view.logKeepMiB)] as const] : []),
        ...(one.view.blocked.length > 0 ? [[m.setting_blocked(), one.view.blocked.join(', ')] as const] : []),
        ...one.view.roles.map((role): Setting => [m.setting_processes({ role: words('tier', role.role) }), `${role.processes} × ${role.threads}`]),
        ...one.view.roles.filter((role) => role.breaker !== null).map((role): Setting => [m.setting_breaker({ role: words('tier', role.role) }), words('breaker', role.breaker ?? '')]),
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
        ...(one.view.slowStartSeconds > 0 ? [[m.setting_slow_start(), seconds(one.view.slowStartSeconds)] as const] : []),
        ...(one.view.connectionLimit > 0 ? [[m.setting_connection_limit(), String(one.view.connectionLimit)] as const] : []),
        ...(one.view.shed > 0 ? [[m.setting_shed(), String(one.view.shed)] as const] : []),
        ...(one.view.rateLimit > 0 ? [[m.setting_rate_limit(), `${one.view.rateLimit}/s`] as const] : []),
        ...(one.view.tls && one.view.tls.limit > 0 ? [[m.setting_handshake_limit(), `${one.view.tls.limit}/s`] as const] : []),
        ...(one.view.blocked.length > 0 ? [[m.setting_blocked(), one.view.blocked.join(', ')] as const] : []),
        ...(one.view.certificate !== '' ? [[m.setting_certificate(), one.view.certificate] as const] : []),
        ...(one.view.failOpen ? [[m.setting_targets(), m.setting_fail_open()] as const] : []),
      ];
    case 'cache':
      return [
        [m.setting_capacity(), `${one.view.entries} / ${one.view.capacity}`],
        [m.setting_ttl(), seconds(one.view.ttlSeconds)],
        [words('figure', 'hitRatio'), percent(one.view.hitRatio)],
        ...(one.view.pricePerHour > 0 ? [[m.setting_price(), m.per_hour({ money: money(one.view.pricePerHour) })] as const] : []),
        [m.setting_cached(), one.view.cached.length > 0 ? one.view.cached.join(', ') : m.setting_cached_none()],
      ];
    case 'database':
      return [
        [m.setting_server(), one.view.server],
        [m.setting_max_connections(), `${one.view.connections} / ${one.view.maxConnections}`],
        [words('figure', 'slots'), `${one.view.busySlots} / ${one.view.slots}`],
        [words('figure', 'slotQueue'), String(one.view.slotQueue)],
        [words('figure', 'lockWaiters'), String(one.view.lockWaiters)],
        [m.setting_pool(), one.view.poolSize > 0 ? String(one.view.poolSize) : m.setting_pool_none()],
        ...(one.view.lockTimeoutSeconds > 0 ? [[m.setting_lock_timeout(), seconds(one.view.lockTimeoutSeconds)] as const] : []),
        ...(one.view.statementTimeoutSeconds > 0 ? [[m.setting_statement_timeout(), seconds(one.view.statementTimeoutSeconds)] as const] : []),
        ...(one.view.poolTimeoutSeconds > 0 ? [[m.setting_pool_timeout(), seconds(one.view.poolTimeoutSeconds)] as const] : []),
        ...(one.view.nodes.length > 1 ? [[m.setting_unreplicated(), String(one.view.unreplicatedWrites)] as const] : []),
      ];
    case 'dns':
      return [
        [m.setting_leads(), one.view.targets.join(', ')],
        [m.setting_ttl(), seconds(one.view.ttlSeconds)],
        [m.setting_resolvers(), String(one.view.resolvers)],
        [m.setting_outdated(), String(one.view.outdated)],
      ];
    case 'users':
      return [
        ...one.view.map((users): Setting => [users.id, `${rate(users.offeredPerSecond)}/s`]),
        ...one.view.filter((users) => users.without.length > 0).map((users): Setting => [m.setting_without({ name: users.id }), users.without.join(', ')]),
      ];
    case 'scaler':
      return [
        [words('param', 'tier'), words('choice', one.view.tier)],
        [m.setting_size(), one.view.size],
        [words('param', 'policy'), words('choice', one.view.policy)],
        ...(one.view.schedule === 'none' ? [] : [[words('scaling', 'schedule'), one.view.schedule] as const]),
        [m.setting_servers(), `${one.view.running} / ${one.view.desired} (${one.view.min}–${one.view.max})`],
        [m.figure_cpu(), one.view.policy === 'target' ? `${percent(one.view.metric)} → ${percent(one.view.target)}` : percent(one.view.metric)],
      ];
    case 'certificate':
      return [[m.setting_expires(), expiryText(one.id, world)]];
    case 'rack': {
      const used = [...world.servers.values()].filter((server) => server.rack === one.id).length;
      return [
        [m.setting_units(), `${used} / ${one.view.units}`],
        [m.setting_feeds(), one.view.feeds.map((feed) => feed.toUpperCase()).join(' + ')],
        [m.setting_uplink(), percent(one.view.uplink)],
      ];
    }
    case 'rollout':
      return [
        [m.setting_version(), one.view.version],
        [m.setting_from(), one.view.fromVersion],
      ].filter((setting): setting is [string, string] => setting[1] !== '');
  }
}
