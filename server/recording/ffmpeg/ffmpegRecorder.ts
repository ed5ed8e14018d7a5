import type { Feed } from '#server/media/feed.ts';
import type { Time } from '#server/time/time.ts';
import type { Recorder, RecorderJob, Recording, RecordingEnd } from '../recorder.ts';
import { keepFeeding } from './feedKeeper.ts';
import { ffmpegArguments } from './ffmpegArguments.ts';
import { startFfmpeg } from './ffmpegProcess.ts';
import { recorderInput } from './recorderInput.ts';
import { takePortPairs } from './recorderPorts.ts';
import { spanOf } from './spanOf.ts';

/** How long ffmpeg may take to listen, in ms. A version that does not report it gets its packets after that anyway. */
const LISTENS_WITHIN_MS = 10_000;

const ENDS_WITHIN_MS = 4_000;

/** A packet leaves when the last of its 20 ms was captured, and a picture takes about as long to encode. In ms. */
const CAPTURED_BEFORE_MS = 20;

type FfmpegRecorderOptions = {
  readonly ffmpeg: string;
  readonly time: Time;
  readonly report: (error: unknown, doing: string) => void;
};

/** Records with one ffmpeg process for each recording, fed by the media server over this machine's loopback. */
export function createFfmpegRecorder(options: FfmpegRecorderOptions): Recorder {
  return { start: (job) => startRecording(job, options) };
}

function startRecording(job: RecorderJob, { ffmpeg: executable, time, report }: FfmpegRecorderOptions): Recording {
  let why: RecordingEnd | undefined;
  /** What to do when it ends, in reverse order. */
  const endings: (() => void)[] = [];

  const endedBy = () => why;

  function end(because: RecordingEnd) {
    why ??= because;
    for (const ending of endings.splice(0)) ending();
  }

  async function run() {
    const { ports, free } = await takePortPairs(job.sources.length);
    try {
      const fed = await job.room.feed(
        job.from,
        job.sources.flatMap((source, i) => ports.slice(i, i + 1).map((port) => ({ source, port }))),
      );
      if (!fed.ok) end('sender-changed');
      else await record(fed.value);
    } finally {
      free();
    }
  }

  async function record(feed: Feed) {
    endings.push(() => feed.close());
    feed.onEnd(end);
    if (why !== undefined) {
      end(why);
      return;
    }
    const input = recorderInput(feed.sources, job.turn);
    if (input === undefined) {
      end('failed');
      return;
    }

    let readSpan: ReturnType<typeof spanOf> | undefined;
    const onBytes = (bytes: Uint8Array) => {
      job.onBytes(bytes);
      const span = readSpan?.(bytes);
      if (span !== undefined) job.onRecorded(span);
    };
    const ffmpeg = startFfmpeg(executable, ffmpegArguments(input), job.sources.length, onBytes);
    endings.push(() => {
      ffmpeg.end();
      const giveUp = time.callAfter(ENDS_WITHIN_MS, ffmpeg.kill);
      void ffmpeg.ended.then(giveUp);
    });
    const listens = Promise.race([
      ffmpeg.listens,
      new Promise<void>((late) => endings.push(time.callAfter(LISTENS_WITHIN_MS, late))),
    ]);
    const { now } = job;
    const onBegin = (firstAt: number) => {
      const zeroAt = firstAt - CAPTURED_BEFORE_MS;
      readSpan = spanOf(zeroAt);
      job.onBegin(zeroAt);
    };
    const trouble = (error: unknown) => report(error, 'feeding a recorder');
    endings.unshift(keepFeeding(feed, { now, time, listens, onBegin, report: trouble }));
    await ffmpeg.ended;
    if (endedBy() === undefined) report(new Error(ffmpeg.said()), 'recording');
    end('recorder-died');
  }

  const ended = run()
    .catch((error: unknown) => {
      report(error, 'starting a recorder');
      end('failed');
    })
    .then(() => why ?? 'failed');
  return { stop: () => end('stopped'), endedBy, ended };
}
