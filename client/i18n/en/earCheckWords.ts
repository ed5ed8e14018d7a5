/** The check that only the caregiver hears the coach. */
export const earCheckWords = {
  offer: 'Let’s check your earphone.',
  offerText: 'It takes a moment. Then {{coach}} can speak so that only you can hear it.',
  blocked: '{{coach}} can’t speak to you yet.',
  blockedText: 'We need to check the earphone first. It takes a moment.',
  start: 'Check the earphone',
  later: 'Later',
  ready: {
    title: 'Put the earphone in your ear.',
    text: 'You will hear a short tone. Your child should not hear it.',
  },
  play: 'Play the tone',
  playing: { title: 'Listen …', text: 'Keep the room quiet for a moment.' },
  asking: { title: 'Did you hear the tone?', text: 'It’s fine if you didn’t.' },
  yes: 'Yes, I heard it',
  no: 'No, I didn’t',
  playAgain: 'Play it again',
  judging: { title: 'One moment …', text: 'We are checking what the room heard.' },
  passed: { title: 'Only you can hear it.', text: '{{coach}} can speak to you, and your child won’t hear it.' },
  leaked: {
    title: 'The room could hear it too.',
    text: 'Your child would hear {{coach}}. Use earphones, push the plug all the way in, and turn down the volume a little.',
  },
  notHeard: { title: 'Let’s find the sound.', text: 'One of these usually helps:' },
  notHeardHelp: {
    volume: 'Turn up the volume.',
    plug: 'Push the plug all the way in, or turn on the wireless earphone.',
    device: 'Make sure the earphone is connected to this device.',
  },
  notMeasured: {
    title: 'We couldn’t listen to the room.',
    text: 'Make sure that the device with the camera is on and has been let in. Then try again. {{coach}} can also decide to continue without the check.',
  },
  noAnswer: { title: 'That didn’t work.', text: 'The connection was lost for a moment. Please try again.' },
  noSound: {
    title: 'This device didn’t play the tone.',
    text: 'Tap once more. If you still can’t hear it, restart the browser.',
  },
  again: 'Try again',
  done: 'Done',
} as const;
