import { m } from '../paraglide/messages';
import type { Text } from '../wire';

export function lobbyEnded(): Text {
  return { en: m.lobby_ended({}, { locale: 'en' }), ko: m.lobby_ended({}, { locale: 'ko' }) };
}
