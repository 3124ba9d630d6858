import type { DnsView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const dns: Kind<'dns', DnsView> = { noun: 'dns', idea: 'dns', ...state, ...inspect, ...place, ...draw };
