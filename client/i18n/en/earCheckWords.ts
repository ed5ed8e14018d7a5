/** The check that only the caregiver hears the coach. */
export const earCheckWords = {
  offer: 'Let us check your earphone.',
  offerText: 'It takes a moment. Then {{coach}} can speak so that only you hear it.',
  blocked: '{{coach}} cannot speak to you yet.',
  blockedText: 'We need to check the earphone first. It takes a moment.',
  start: 'Check the earphone',
  later: 'Later',
  ready: {
    title: 'Put the earphone in your ear.',
    text: 'You will hear a short tone. Your child should not hear it.',
  },
  play: 'Play the tone',
  playing: { title: 'Listen …', text: 'Keep the room quiet for a moment.' },
  asking: { title: 'Did you hear the tone?', text: 'It is fine if you did not.' },
  yes: 'Yes, I heard it',
  no: 'No, nothing',
  playAgain: 'Play it again',
  judging: { title: 'One moment …', text: 'We are checking what the room heard.' },
  passed: { title: 'Only you can hear it.', text: '{{coach}} can speak to you, and your child will not hear.' },
  leaked: {
    title: 'The room could hear it too.',
    text: 'Your child would hear {{coach}}. Use earphones, push the plug all the way in, and turn the volume down a little.',
  },
  notHeard: { title: 'Let us find the sound.', text: 'One of these usually helps:' },
  notHeardHelp: {
    volume: 'Turn the volume up.',
    plug: 'Push the plug all the way in, or switch the wireless earphone on.',
    device: 'Make sure the earphone belongs to this device, and to no other.',
  },
  notMeasured: {
    title: 'We could not listen to the room.',
    text: 'Make sure the device with the camera is on and let in. Then try again. {{coach}} can also decide to go on.',
  },
  noAnswer: { title: 'That did not get through.', text: 'The connection was gone for a moment. Please try again.' },
  noSound: { title: 'This device played nothing.', text: 'Tap once more. If it stays silent, restart the browser.' },
  again: 'Try again',
  done: 'Done',
} as const;
