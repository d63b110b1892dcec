// The colours of Telegram's own themes, by the names that core.telegram.org/bots/webapps#themeparams has for them.

const themes = {
  light: {
    bg_color: '#ffffff', secondary_bg_color: '#f4f4f5', header_bg_color: '#ffffff', bottom_bar_bg_color: '#ffffff',
    section_bg_color: '#ffffff', section_separator_color: '#e7e7e7', section_header_text_color: '#3390ec',
    text_color: '#000000', subtitle_text_color: '#707579', hint_color: '#707579', link_color: '#00488f',
    accent_text_color: '#3390ec', destructive_text_color: '#e53935', button_color: '#3390ec', button_text_color: '#ffffff',
  },
  dark: {
    bg_color: '#212121', secondary_bg_color: '#0f0f0f', header_bg_color: '#212121', bottom_bar_bg_color: '#212121',
    section_bg_color: '#212121', section_separator_color: '#303030', section_header_text_color: '#8774e1',
    text_color: '#ffffff', subtitle_text_color: '#aaaaaa', hint_color: '#aaaaaa', link_color: '#8774e1',
    accent_text_color: '#8774e1', destructive_text_color: '#ff595a', button_color: '#8774e1', button_text_color: '#ffffff',
  },
};

export const theme = appearance => themes[appearance];
