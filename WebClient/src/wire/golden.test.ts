import { NullLogger } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { expect, test } from 'vitest';
import type {
  AlertView, BalancerView, BesideView, BoardEntry, CertificateView, CommandRequest, CreateDrill, DatabaseView, DnsView, DrillCard, EndedSeat, EvaluationAnswer,
  EvaluationView, EventView, Frame, HistoryView, InjectRequest, Interval, JoinDrill, LabView, LatencyView, ParameterSpec, PlanCheck,
  PlanProblem, PreviewRequest, PreviewView, Receipt, Refusal, RoleView, Room, ScenarioCard, Seat, SeatAnswer, ServerView, StrategyBoard, SubmitStrategy, Text, Totals,
  TraceView, UndoView,
} from '.';
import { differences, type Shape } from './shape';

/** The bytes every message has, written by the server's tests; the readable twin stands beside them. */
const bytes = import.meta.glob<string>('../../../tests/Server.Tests/Golden/*.msgpack', { eager: true, query: '?url&inline', import: 'default' });
const readable = import.meta.glob<unknown>('../../../tests/Server.Tests/Golden/*.json', { eager: true, import: 'default' });

const text: Shape<Text> = { en: 'text', ko: 'text' };
const refusal: Shape<Refusal> = { code: 'text', text };
const latency: Shape<LatencyView> = { p50: 'number', p95: 'number', p99: 'number' };
const undo: Shape<UndoView> = { action: 'text', target: 'text', args: { each: 'text' } };
const beside: Shape<BesideView> = { player: 'text', component: 'text', sinceMs: 'number', text };
const event: Shape<EventView> = {
  timeMs: 'number', kind: 'text', code: 'text', component: { orNull: 'text' }, player: { orNull: 'text' }, command: { orNull: 'text' }, text,
  undo: { orNull: undo }, undoes: { orNull: 'text' }, beside: { orNull: beside },
};
const alert: Shape<AlertView> = {
  id: 'text', severity: 'text', component: { orNull: 'text' }, text, sinceMs: 'number', by: { orNull: 'text' },
};
const role: Shape<RoleView> = {
  role: 'text', processes: 'number', threads: 'number', busy: ['number'], queue: 'number', queueLimit: 'number', requestsPerSecond: 'number',
  errorsPerSecond: 'number', latency, up: ['flag'], limitMiB: 'number', breaker: { orNull: 'text' },
};
const server: Shape<ServerView> = {
  id: 'text', rack: 'text', slot: 'number', size: 'text', cores: 'number', memoryMiB: 'number', pricePerHour: 'number', lifecycle: 'text',
  lifecycleEndsMs: 'number', version: 'text', cpu: 'number', memory: 'number', runQueue: 'number', roles: [role],
  diskMiB: 'number', disk: 'number', logFactor: 'number', logKeepMiB: 'number', firewall: ['text'],
  ports: [
    { number: 'number', stage: 'text', version: 'text', endsMs: 'number', threads: 'number', busy: ['number'] },
  ],
  old: [{ role: 'text', version: 'text', port: 'number', busy: ['number'] }], leaving: 'flag', nextSize: 'text', nextRack: 'text', blocked: ['text'],
};
const balancer: Shape<BalancerView> = {
  id: 'text', algorithm: 'text', failOpen: 'flag',
  check: { path: 'text', intervalSeconds: 'number', timeoutSeconds: 'number', unhealthyAfter: 'number', healthyAfter: 'number' },
  drainSeconds: 'number', requestsPerSecond: 'number', errorsPerSecond: 'number', latency,
  targets: [
    {
      server: 'text', state: 'text', outstanding: 'number', requestsPerSecond: 'number', lastProbe: 'text', lastProbeMs: 'number',
      drainEndsMs: 'number', weight: 'number',
    },
  ],
  rateLimit: 'number', downUntilMs: 'number',
  tls: { orNull: { cores: 'number', busy: 'number', queue: 'number', handshakesPerSecond: 'number', limit: 'number' } },
  tier: 'text', queue: 'number', slowStartSeconds: 'number', connectionLimit: 'number', shed: 'number', blocked: ['text'], certificate: 'text',
};
const database: Shape<DatabaseView> = {
  id: 'text', server: 'text', connections: 'number', maxConnections: 'number', slots: 'number', busySlots: 'number', slotQueue: 'number',
  lockWaiters: 'number', requestsPerSecond: 'number', errorsPerSecond: 'number', latency, deadlocksPerSecond: 'number', poolSize: 'number',
  lockTimeoutSeconds: 'number', statementTimeoutSeconds: 'number', poolTimeoutSeconds: 'number', lagMs: 'number', promoting: 'text', promotesMs: 'number',
  replicaReads: 'flag', unreplicatedWrites: 'number',
  nodes: [
    {
      server: 'text', up: 'flag', connections: 'number', idleConnections: 'number', slots: 'number', busySlots: 'number', slotQueue: 'number',
      warmKeys: 'number', requestsPerSecond: 'number', errorsPerSecond: 'number', latency, copying: 'flag', copiedMs: 'number',
    },
  ],
};
const dns: Shape<DnsView> = {
  id: 'text', targets: ['text'], ttlSeconds: 'number', resolvers: 'number', outdated: 'number', requestsPerSecond: 'number',
  lookupsPerSecond: 'number',
};
const certificate: Shape<CertificateView> = { id: 'text', renewedMs: 'number', expired: 'flag' };
const parameter: Shape<ParameterSpec> = {
  name: 'text', kind: 'text', min: 'number', max: 'number', initial: 'text', choices: ['text'],
  only: { orNull: { parameter: 'text', values: ['text'] } },
};
const trace: Shape<TraceView> = {
  id: 'text', class: 'text', startMs: 'number', totalMs: 'number', outcome: 'text',
  hops: [{ at: 'text', role: { orNull: 'text' }, inMs: 'number', workMs: 'number', outMs: 'number', note: { orNull: 'text' } }],
};
const frame: Shape<Frame> = {
  drill: 'text', team: 'text', tick: 'number', previous: 'number', full: 'flag', timeMs: 'number', endsMs: 'number', status: 'text',
  speed: 'number', behindMs: 'number',
  service: {
    level: 'number', overall: 'number', budget: 'number', spent: 'number', perHour: 'number', parSpend: 'number', inFlight: 'number',
  },
  classes: [{ id: 'text', offeredPerSecond: 'number', answeredPerSecond: 'number', failedPerSecond: 'number', latency, without: ['text'] }],
  racks: [
    {
      id: 'text', units: 'number', condition: 'text', feeds: ['text'], darkFeeds: ['text'], uplink: 'number', uplinkWaitMs: 'number',
    },
  ],
  servers: [server],
  balancers: [balancer],
  caches: [
    {
      id: 'text', capacity: 'number', entries: 'number', ttlSeconds: 'number', hitRatio: 'number', requestsPerSecond: 'number',
      evictionsPerSecond: 'number', place: 'text', cached: ['text'], warming: 'number', readyMs: 'number',
      pricePerHour: 'number',
    },
  ],
  databases: [database],
  rollouts: [
    {
      id: 'text', status: 'text', version: 'text', fromVersion: 'text', step: 'text', batch: ['text'], done: ['text'], waiting: ['text'],
      stepEndsMs: 'number', strategy: 'text', share: 'number',
    },
  ],
  dns: [dns],
  certificates: [certificate],
  scalers: [
    {
      id: 'text', tier: 'text', size: 'text', policy: 'text', desired: 'number', running: 'number', min: 'number', max: 'number',
      metric: 'number', target: 'number', quietUntilMs: 'number', noRoom: 'flag', schedule: 'text',
    },
  ],
  gone: ['text'],
  score: { orNull: { total: 'number', lines: [{ part: 'text', points: 'number', why: text }] } },
  alerts: { orNull: [alert] },
  hints: {
    orNull: {
      taken: [{ text, points: 'number', atMs: 'number', by: 'text' }], left: 'number', points: 'number', fromMs: 'number',
    },
  },
  desk: {
    orNull: {
      roles: [{ role: 'text', player: 'text' }],
      incidents: [
        {
          number: 'number', severity: 'text', what: 'text', player: 'text', declaredMs: 'number', closedMs: 'number',
          updates: [{ state: 'text', text: 'text', player: 'text', timeMs: 'number' }],
          causes: [{ failure: 'text', component: 'text', player: 'text', timeMs: 'number', verdict: 'text' }],
        },
      ],
    },
  },
  events: [event],
  traces: [trace],
  looks: { orNull: [{ component: 'text', look: 'text', player: 'text', sinceMs: 'number', endsMs: 'number' }] },
  findings: [
    {
      id: 'text', component: 'text', look: 'text', player: 'text', timeMs: 'number', tookMs: 'number',
      processes: [
        {
          role: 'text', number: 'number', port: 'number', version: 'text', condition: 'text', busy: 'number', threads: 'number',
          memoryMiB: 'number', ageMs: 'number', served: 'number',
        },
      ],
      locks: [
        {
          key: 'text', holder: 'text', write: 'flag', state: 'text', from: 'text', heldMs: 'number', waiters: 'number', longestMs: 'number',
          queue: [{ class: 'text', waitedMs: 'number' }],
        },
      ],
      statements: [
        {
          class: 'text', write: 'flag', calls: 'number', running: 'number', meanMs: 'number', waitMs: 'number', maxMs: 'number', share: 'number',
        },
      ],
      log: {
        orNull: {
          written: 'number', failed: 'number',
          lines: [
            {
              timeMs: 'number', source: 'text', class: 'text', write: 'flag', status: 'number', outcome: 'text', tookMs: 'number', upstream: 'text',
              version: 'text',
            },
          ],
        },
      },
      certificate: { orNull: { fromMs: 'number', expiresMs: 'number', covers: 'flag' } },
      traces: [trace],
    },
  ],
};
const history: Shape<HistoryView> = { component: 'text', timesMs: ['number'], series: { each: ['number'] }, log: [event] };
const scenario: Shape<ScenarioCard> = {
  id: 'text', version: 'number', title: text, summary: text, teaches: text, brief: text, minutes: 'number', difficulty: 'number',
  classes: [{ id: 'text', title: text, targetMs: 'number', patienceMs: 'number', features: [{ id: 'text', title: text, worth: 'number' }] }],
  sizes: [{ id: 'text', cores: 'number', memoryMiB: 'number', pricePerHour: 'number' }],
  releases: [{ version: 'text', title: text, fromSeconds: 'number', untilSeconds: 'number' }],
  objectives: [{ id: 'text', text }],
  sketch: {
    tls: 'flag', edge: 'flag', balancer: 'flag', inner: 'flag', servers: [['text']], cache: 'flag', replicas: 'number', locks: 'flag',
    scales: 'flag',
  },
};
const room: Shape<Room> = {
  drill: 'text', code: 'text', solo: 'flag', status: 'text', speed: 'number', seed: 'text',
  teams: [{ id: 'text', name: 'text', score: 'number', service: 'number', spent: 'number' }],
  people: [{ id: 'text', name: 'text', role: 'text', team: { orNull: 'text' }, online: 'flag' }],
  waits: 'flag', rules: 'text',
};
const seat: Shape<Seat> = {
  token: 'text', drill: 'text', code: 'text', player: 'text', name: 'text', role: 'text', team: { orNull: 'text' }, scenario,
  actions: [{ id: 'text', target: 'text', seconds: 'number', parameters: [parameter] }],
  faults: [{ id: 'text', target: 'text', parameters: [parameter], text }],
  failures: [{ id: 'text', title: text, what: text }],
  room,
};
const seatAnswer: Shape<SeatAnswer> = { seat: { orNull: seat }, refusal: { orNull: refusal } };
const receipt: Shape<Receipt> = { tick: 'number', refusal: { orNull: refusal } };
const board: Shape<BoardEntry> = {
  drill: 'text', team: 'text', players: ['text'], score: 'number', service: 'number', spent: 'number', seed: 'text', finishedAt: 'text',
  scenarioVersion: 'number', engine: 'text',
};
const interval: Shape<Interval> = { mean: 'number', low: 'number', high: 'number' };
const totals: Shape<Totals> = { score: interval, failed: interval, spent: interval, rolloutSeconds: interval };
const problem: Shape<PlanProblem> = { line: 'number', column: 'number', code: 'text', text };
const lab: Shape<LabView> = {
  scenario: 'text', scenarioVersion: 'number', engine: 'text', seeds: 'number', planBytes: 'number',
  templates: [{ kind: 'text', title: text, text: 'text' }], actions: seat.actions, targets: { each: ['text'] },
};
const planCheck: Shape<PlanCheck> = { refusal: { orNull: refusal }, problems: [problem] };
const evaluationAnswer: Shape<EvaluationAnswer> = { id: 'text', token: 'text', refusal: { orNull: refusal }, problems: [problem] };
const evaluation: Shape<EvaluationView> = {
  id: 'text', scenario: 'text', scenarioVersion: 'number', engine: 'text', title: text, house: 'text', status: 'text', seeds: 'number',
  rows: [{ seed: 'number', score: 'number', failed: 'number', spent: 'number', rolloutSeconds: 'number', given: 'number', refused: 'number' }],
  totals: { orNull: totals }, name: 'text', verdict: 'text', checked: 'number', finding: 'text',
};
const submit: Shape<SubmitStrategy> = { id: 'text', token: 'text', name: 'text' };
const strategies: Shape<StrategyBoard> = {
  scenario: 'text', scenarioVersion: 'number', versions: ['number'],
  entries: [{ id: 'text', name: 'text', house: 'text', title: text, totals, scores: ['number'], engine: 'text', submittedAt: 'text' }],
};
const drill: Shape<DrillCard> = { drill: 'text', code: 'text', scenario: 'text', status: 'text', teams: 'number', people: 'number', online: 'number', startedAt: 'text' };
const endedSeat: Shape<EndedSeat> = { drill: 'text', player: 'text', text };
const create: Shape<CreateDrill> = { scenario: 'text', name: 'text', teams: ['text'], seed: { orNull: 'number' } };
const join: Shape<JoinDrill> = { code: 'text', name: 'text', team: { orNull: 'text' }, role: 'text' };
const command: Shape<CommandRequest> = { id: 'text', action: 'text', target: 'text', args: { each: 'text' }, undoes: { orNull: 'text' } };
const previewRequest: Shape<PreviewRequest> = { action: 'text', target: 'text', args: { each: 'text' } };
const preview: Shape<PreviewView> = {
  refusal: { orNull: refusal }, seconds: 'number', bound: 'text', perHour: 'number', whileItLasts: 'flag', inFlight: 'text', requests: 'number',
  undo: { orNull: undo }, present: { each: 'text' }, beside: { orNull: beside },
};
const inject: Shape<InjectRequest> = { team: { orNull: 'text' }, fault: 'text', target: 'text', args: { each: 'text' } };

const shapes: Readonly<Record<string, unknown>> = {
  board: [board],
  command,
  'create-drill': create,
  drills: [drill],
  'ended-seat': endedSeat,
  evaluation,
  'evaluation-answer': evaluationAnswer,
  'evaluation-begun': evaluation,
  'evaluation-refused': evaluationAnswer,
  'frame-delta': frame,
  'frame-full': frame,
  history,
  inject,
  'join-drill': join,
  lab,
  library: [scenario],
  'plan-check': planCheck,
  preview,
  'preview-request': previewRequest,
  receipt,
  'receipt-refused': receipt,
  room,
  'seat-answer': seatAnswer,
  'seat-refused': seatAnswer,
  strategies,
  'submit-strategy': submit,
};

const nameOf = (path: string): string => path.replace(/^.*\/(.*)\.\w+$/, '$1');
const golden = Object.entries(bytes).map(([path, url]) => [nameOf(path), url] as const);

test('every golden message has a shape and every shape a golden message', () => {
  expect(golden.map(([name]) => name).toSorted()).toEqual(Object.keys(shapes).toSorted());
});

test.each(golden)('%s has every field the type names, and no other', (name, url) => {
  expect(differences(decoded(url), shapes[name], name)).toEqual([]);
});

test.each(golden)('%s is decoded to what its readable twin says', (name, url) => {
  const twin = Object.entries(readable).find(([path]) => nameOf(path) === name)?.[1];
  expect(decoded(url)).toEqual(twin);
});

/** Puts the bytes into the envelope of a call, as the hub does, and lets the client's own protocol read it. */
function decoded(url: string): unknown {
  const payload = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
  // A list of six: a call, no headers, no id, its name "F", one argument, no streams.
  const message = [0x96, 0x01, 0x80, 0xc0, 0xa1, 0x46, 0x91, ...payload, 0x90];
  const length: number[] = [];
  for (let rest = message.length; length.length === 0 || rest > 0; rest >>= 7) length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  const call = new MessagePackHubProtocol().parseMessages(Uint8Array.from([...length, ...message]).buffer, NullLogger.instance)[0];
  if (!call || !('arguments' in call)) throw new Error('not a call');
  return call.arguments[0];
}
