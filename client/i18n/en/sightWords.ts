/** What the console says where the lead coach does not see or hear the room. Rule WIN4. */
export const sightWords = {
  lost: {
    lead: {
      picture: 'You do not see the room.',
      sound: 'You do not hear the room.',
      both: 'You neither see nor hear the room.',
    },
    others: {
      picture: '{{name}} does not see the room.',
      sound: '{{name}} does not hear the room.',
      both: '{{name}} neither sees nor hears the room.',
    },
  },
  clockStands: 'The clock stands still until it is back.',
  why: {
    lead: {
      'device-stopped':
        'The family’s device says that it stopped. Their screen tells them what to try; call them if it does not come back.',
      'not-arriving':
        'Nothing arrives from the family’s device. It tries again by itself; call them if it does not come back.',
      'not-shown':
        'It does not get through to your screen. If it does not come back soon, check your own connection and load this page again.',
      'page-silent': 'Your screen has not reported. If this stays, load this page again.',
      'cut-off': 'It is connecting again.',
    },
    others: {
      'device-stopped': 'The family’s device says that it stopped. Their screen tells them what to try.',
      'not-arriving': 'Nothing arrives from the family’s device. It tries again by itself.',
      'not-shown': 'It does not get through to {{name}}’s screen.',
      'page-silent': '{{name}}’s screen has not reported.',
      'cut-off': 'It is connecting again.',
    },
  },
  frozen: 'Old picture, from {{time}}',
  starting: 'Waiting for the picture',
  startingText: 'The family’s device is in. Its picture is connecting.',
};
