/** Report counts and rates go here. The recorder reads none of them. */
const PACKET_BYTES = 28;
const SENDER_REPORT = 200;
const VERSION_2 = 0x80;

/** Keeps session times, which may be small, away from 0. In seconds. */
const NTP_BASE_S = 1_000_000_000;

/** An RTCP sender report (RFC 3550, 6.4.1): at this session time, in ms, the stream's RTP timestamp was this. */
export function senderReport(ssrc: number, sessionMs: number, rtpTimestamp: number): Uint8Array {
  const packet = Buffer.alloc(PACKET_BYTES);
  const seconds = Math.floor(sessionMs / 1_000);
  packet.writeUInt8(VERSION_2, 0);
  packet.writeUInt8(SENDER_REPORT, 1);
  packet.writeUInt16BE(PACKET_BYTES / 4 - 1, 2);
  packet.writeUInt32BE(ssrc, 4);
  packet.writeUInt32BE(NTP_BASE_S + seconds, 8);
  packet.writeUInt32BE(Math.floor((sessionMs / 1_000 - seconds) * 2 ** 32), 12);
  packet.writeUInt32BE(rtpTimestamp, 16);
  return packet;
}
