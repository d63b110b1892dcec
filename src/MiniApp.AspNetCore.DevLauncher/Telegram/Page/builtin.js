// Telegram's launches with a name: the fields that are not as at the start.

export const builtIn = {
  presetStart: {},
  presetPremium: { isPremium: true, allowsWriteToPm: true, username: 'ada' },
  presetGroup: { chatType: 'supergroup', platform: 'android' },
  presetLink: { chatType: 'sender', startParam: 'invite_42' },
  presetPhone: { platform: 'ios' },
  presetEnglish: { languageCode: 'en' },
  presetExpired: { kind: 'expired' },
};
