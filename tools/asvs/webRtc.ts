import type { Chapter } from './requirement.ts';

export const WEB_RTC: Chapter = {
  id: 'V17',
  about: 'WebRTC',
  rows: [
    {
      id: 'V17.1.1',
      asks: 'A TURN server reaches no internal addresses',
      notApplicable: 'There is no TURN server: browsers reach the media server itself, over UDP or TCP.',
    },
    {
      id: 'V17.1.2',
      asks: 'A TURN server cannot be used up',
      notApplicable: 'There is no TURN server.',
    },
    {
      id: 'V17.2.1',
      asks: 'The DTLS key is managed as written',
      met: ['docs/KEYS.md', 'server/media/keptWorker.ts'],
      note: 'Each worker makes its own at its start, keeps it in memory only, and loses it with its end.',
    },
    {
      id: 'V17.2.2',
      asks: 'Only approved suites and profiles for DTLS and SRTP',
      open: 'The lists of mediasoup cannot be narrowed, and end with CBC suites for DTLS and a tag of 32 bits for SRTP. server/media/connectedPeers.test.ts shows that a client which offers everything gets DTLS 1.2 with an ephemeral key and AES-256 in GCM; only one that offers nothing better gets less.',
    },
    {
      id: 'V17.2.3',
      asks: 'Packets that nobody signed are dropped',
      met: [
        [
          'server/media/connectedPeers.test.ts',
          'is not heard with what it did not sign or has sent before, and still with what it signs',
        ],
      ],
    },
    {
      id: 'V17.2.4',
      asks: 'Broken packets do not stop the media',
      met: [
        [
          'e2e/trust/mediaFlood.spec.ts',
          'packets of strangers stop neither the pictures nor the voice nor the recording, and no worker ends',
        ],
      ],
    },
    {
      id: 'V17.2.5',
      asks: 'A flood of packets from one user does not stop the media of others',
      open: 'Voices have workers of their own, which the room’s picture cannot fill. Packets of somebody who is connected are not limited: a flood that is faster than the worker reads costs others some of theirs. No test sends one.',
    },
    {
      id: 'V17.2.6',
      asks: 'DTLS has no race of ClientHello messages',
      met: [
        [
          'server/media/connectedPeers.test.ts',
          'gets no answer to a hello from an address that passed no check of ICE, and takes nobody’s place with it',
        ],
      ],
    },
    {
      id: 'V17.2.7',
      asks: 'A flood of packets does not stop the recording',
      met: [
        [
          'e2e/trust/mediaFlood.spec.ts',
          'packets of strangers stop neither the pictures nor the voice nor the recording, and no worker ends',
        ],
        'server/recording/ffmpeg/ffmpegRecorder.ts',
      ],
    },
    {
      id: 'V17.2.8',
      asks: 'The certificate must match its fingerprint',
      met: [
        [
          'server/media/connectedPeers.test.ts',
          'is heard with the certificate that was announced, and never with another',
        ],
      ],
    },
    {
      id: 'V17.3.1',
      asks: 'A flood of signaling does not stop others',
      met: [
        [
          'server/sockets/connections.wire.test.ts',
          'is cut off when it sends more than any person can, while others are answered',
        ],
        [
          'server/sockets/pressFlood.wire.test.ts',
          '[WIR4] a coach of another session is answered while one coach sends hundreds of presses',
        ],
      ],
    },
    {
      id: 'V17.3.2',
      asks: 'Broken signaling does not stop others',
      met: [
        [
          'server/sockets/refusals.wire.test.ts',
          '[WIR3] a payload of the wrong shape is refused and changes nothing: %j',
        ],
        [
          'server/sockets/refusals.wire.test.ts',
          '[WIR3] a message over 64 kB is refused, and a far larger one disconnects the client',
        ],
        [
          'server/sockets/refusals.wire.test.ts',
          'a command without an acknowledgement, or with an invalid one, does no harm',
        ],
        [
          'server/media/sessionMedia.test.ts',
          'sound that is declared as a picture is refused, because the room device may get pictures only',
        ],
      ],
    },
  ],
};
