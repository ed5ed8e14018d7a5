declare global {
  /** Only in Chromium: a track of the frames written into it. */
  var MediaStreamTrackGenerator: new (init: {
    readonly kind: 'video';
  }) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> };
  var turnPhone: (() => void) | undefined;
}

/** Rotation, which TypeScript's DOM types do not have yet. */
type TurnedFrameInit = VideoFrameInit & { readonly rotation: number };

/** How a phone sends a picture upright: it sends the rotation, or rotates the picture itself. */
type Turning = 'says so' | 'turns it';

/**
 * Runs in the page: makes its camera that of a phone held upright, whose sensor lies on its side. `turnPhone` turns it
 * by a quarter. The upper half of the picture is red.
 */
export function installUprightPhone(turning: Turning): void {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  let isUpright = true;
  globalThis.turnPhone = () => {
    isUpright = false;
  };
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    const [camera] = stream.getVideoTracks();
    if (camera === undefined) return stream;
    stream.removeTrack(camera);
    stream.addTrack(aPhonesCamera(camera));
    return stream;
  };

  function aPhonesCamera(camera: MediaStreamTrack): MediaStreamTrack {
    const generator = new MediaStreamTrackGenerator({ kind: 'video' });
    const writer = generator.writable.getWriter();
    const timer = setInterval(() => {
      if (camera.readyState === 'ended') {
        clearInterval(timer);
        void writer.close();
        return;
      }
      writer.write(isUpright ? upright() : lying()).catch(() => clearInterval(timer));
    }, 66);
    const stop = generator.stop.bind(generator);
    generator.stop = () => {
      camera.stop();
      stop();
    };
    return generator;
  }

  /** Turned by a quarter to the right: what was left is now on top. */
  function upright(): VideoFrame {
    if (turning === 'turns it') return picture(360, 640, (pen) => pen.fillRect(0, 0, 360, 320));
    const frame = picture(640, 360, (pen) => pen.fillRect(0, 0, 320, 360));
    const init: TurnedFrameInit = { timestamp: frame.timestamp, rotation: 90 };
    const turned = new VideoFrame(frame, init);
    frame.close();
    return turned;
  }

  function lying(): VideoFrame {
    return picture(640, 360, (pen) => pen.fillRect(0, 0, 640, 180));
  }

  function picture(width: number, height: number, paintRed: (pen: OffscreenCanvasRenderingContext2D) => void) {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('This browser does not draw.');
    pen.fillStyle = 'blue';
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = 'red';
    paintRed(pen);
    return new VideoFrame(canvas, { timestamp: performance.now() * 1_000 });
  }
}
