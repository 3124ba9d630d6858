import type { ServerView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const server: Kind<'server', ServerView> = { noun: 'server', idea: 'tiers', ...state, ...inspect, ...place, ...draw };
