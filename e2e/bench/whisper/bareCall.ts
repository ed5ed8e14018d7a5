import type { Page } from '@playwright/test';

declare global {
  var bareCall: RTCPeerConnection | undefined;
}

/** The baseline for a whisper: one voice directly from page to page, with browser defaults. */
export async function openBareCall(mouth: Page, ear: Page): Promise<void> {
  await mouth.evaluate(async () => {
    const call = new RTCPeerConnection();
    globalThis.bareCall = call;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    for (const track of stream.getTracks()) call.addTrack(track, stream);
    await call.setLocalDescription();
  });
  const offer = await describe(mouth);
  await ear.evaluate(async (sdp) => {
    const call = new RTCPeerConnection();
    globalThis.bareCall = call;
    call.ontrack = ({ track }) => {
      const player = new Audio();
      player.srcObject = new MediaStream([track]);
      void player.play();
    };
    await call.setRemoteDescription({ type: 'offer', sdp });
    await call.setLocalDescription();
  }, offer);
  const answer = await describe(ear);
  await mouth.evaluate(async (sdp) => globalThis.bareCall?.setRemoteDescription({ type: 'answer', sdp }), answer);
}

/** The page's session description, once it has every ICE candidate. */
function describe(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const call = globalThis.bareCall;
    while (call?.iceGatheringState !== 'complete') await new Promise((later) => setTimeout(later, 20));
    return call.localDescription?.sdp ?? '';
  });
}
