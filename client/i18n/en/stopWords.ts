/** Stopping camera and microphone, getting help, and leaving, on a family’s device. */
export const stopWords = {
  turnedOff: {
    title: 'Your camera and microphone are off.',
    text: 'You turned them off. {{coach}} can’t see or hear you through this device.',
    textNameless: 'You turned them off. Nobody can see or hear you through this device.',
    turnOn: 'Turn them on again',
    failed: 'That didn’t work. Check that they are plugged in and that no other program is using them.',
  },
  stop: {
    label: 'Stop or get help',
    off: 'Stop camera and sound',
    on: 'Start camera and sound',
    help: 'Get help',
    leave: 'Leave',
  },
  help: {
    title: 'Get help',
    text: 'If somebody is in danger, call the emergency service first.',
    service: 'Emergency service',
    anyService: 'Call the emergency number of your country.',
    address: 'You are here',
    tell: 'Tell {{coach}} now',
    told: '{{coach}} sees that you need help. Stay on this page.',
    toldAway: 'The session shows that you need help, but {{coach}} is not here right now. Please call.',
    notTold: 'We can’t reach {{coach}} right now. Please call.',
    back: 'Back',
  },
} as const;
