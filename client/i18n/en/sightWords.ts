/** What the console says when the lead coach does not see or hear the room. Rule WIN4. */
export const sightWords = {
  lost: {
    lead: {
      picture: 'You can’t see the room.',
      sound: 'You can’t hear the room.',
      both: 'You can’t see or hear the room.',
    },
    others: {
      picture: '{{name}} can’t see the room.',
      sound: '{{name}} can’t hear the room.',
      both: '{{name}} can’t see or hear the room.',
    },
  },
  clockStands: 'The clock is paused until it is back.',
  why: {
    lead: {
      'device-stopped':
        'The family’s device reports that it stopped. Their screen tells them what to try. Call them if it doesn’t come back.',
      'turned-off':
        'The family turned off its camera or microphone. You can still speak to them, or call them. Only they can turn it on.',
      'not-arriving':
        'Nothing is arriving from the family’s device. It tries again automatically. Call the family if it doesn’t come back.',
      'not-shown':
        'It is not reaching your screen. If it doesn’t come back soon, check your own connection and reload this page.',
      'page-silent': 'Your page has stopped reporting. If this message stays, reload the page.',
      'cut-off': 'It is reconnecting.',
    },
    others: {
      'device-stopped': 'The family’s device reports that it stopped. Their screen tells them what to try.',
      'turned-off': 'The family turned off its camera or microphone.',
      'not-arriving': 'Nothing is arriving from the family’s device. It tries again automatically.',
      'not-shown': 'It is not reaching {{name}}’s screen.',
      'page-silent': '{{name}}’s page has stopped reporting.',
      'cut-off': 'It is reconnecting.',
    },
  },
  frozen: 'Old picture, from {{time}}',
  starting: 'Waiting for the picture',
  startingText: 'The family’s device has joined. Its picture is connecting.',
};
