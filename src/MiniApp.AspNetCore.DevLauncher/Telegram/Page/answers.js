// What Telegram's client answers to a page: functions of an event's data that return the answer's name and data, by the event's name. What
// is not here has no answer in Telegram either. What a browser can't do, the client says it can't.

import { setButton } from './buttons.js';
import { allows, ask } from './dialog.js';

const unsupported = name => ({ req_id }) => [name, { ...(req_id === undefined ? {} : { req_id }), error: 'UNSUPPORTED' }];
const answer = (name, data = {}) => () => [name, data];

/** A button of the client, whose press is an event. */
const button = (name, send) => ({ is_visible, is_active, is_progress_visible, text }) => setButton(name, {
  isVisible: is_visible === true,
  isEnabled: is_active !== false && is_progress_visible !== true,
  text,
  press: () => send(`${name}_button_pressed`, {}),
});

// Buttons that have the client's words and no text of their own.
const named = ['ok', 'close', 'cancel'];

async function openPopup({ title, message, buttons }) {
  const offered = (Array.isArray(buttons) ? buttons : []).slice(0, 3)
    .map(({ id, type, text }) => ({ id: String(id ?? ''), ...(named.includes(type) ? { name: type } : { text: String(text ?? '') }) }));
  const id = await ask({
    title: { text: String(title ?? '') },
    message: { text: String(message ?? '') },
    buttons: offered.length > 0 ? offered : [{ id: '', name: 'close' }],
  });
  return ['popup_closed', id === null ? {} : { button_id: id }];
}

async function openInvoice({ slug }) {
  const statuses = ['paid', 'pending', 'cancelled', 'failed'];
  const status = await ask({ title: { name: 'invoice' }, message: { text: String(slug ?? '') }, buttons: statuses.map(id => ({ id, name: id })) });
  return ['invoice_closed', { slug, status: status ?? 'cancelled' }];
}

/** A sensor, which this machine has none of. */
const motion = name => ({
  [`web_app_start_${name}`]: unsupported(`${name}_failed`),
  [`web_app_stop_${name}`]: answer(`${name}_stopped`),
});

const storage = values => ({
  web_app_device_storage_save_key: ({ req_id, key, value }) => {
    try {
      values.set(key, value);
      return ['device_storage_key_saved', { req_id }];
    } catch {
      return ['device_storage_failed', { req_id, error: 'QUOTA_EXCEEDED' }]; // the browser keeps no more
    }
  },
  web_app_device_storage_get_key: ({ req_id, key }) => ['device_storage_key_received', { req_id, value: values.get(key) ?? null }],
  web_app_device_storage_clear: ({ req_id }) => {
    values.clear();
    return ['device_storage_cleared', { req_id }];
  },
});

/**
 * @param send tells the page of something that it did not ask for
 * @param canWrite whether the user lets the bot write already
 * @param deviceValues what the page keeps on the user's device
 */
export function createAnswers(send, canWrite, deviceValues) {
  let mayWrite = canWrite;
  return {
    web_app_open_popup: openPopup,
    web_app_open_invoice: openInvoice,
    web_app_setup_main_button: button('main', send),
    web_app_setup_secondary_button: button('secondary', send),
    web_app_setup_back_button: button('back', send),
    web_app_setup_settings_button: button('settings', send),
    web_app_request_write_access: async () => {
      mayWrite ||= await allows('writeAccess');
      return ['write_access_requested', { status: mayWrite ? 'allowed' : 'cancelled' }];
    },
    web_app_open_scan_qr_popup: answer('scan_qr_popup_closed'),
    web_app_read_text_from_clipboard: ({ req_id }) => ['clipboard_text_received', { req_id }],
    web_app_check_location: answer('location_checked', { available: false }),
    web_app_request_location: answer('location_requested', { available: false }),
    web_app_biometry_get_info: answer('biometry_info_received', { available: false }),
    web_app_biometry_request_access: answer('biometry_info_received', { available: false }),
    web_app_biometry_request_auth: answer('biometry_auth_requested', { status: 'failed' }),
    web_app_biometry_update_token: answer('biometry_token_updated', { status: 'failed' }),
    web_app_check_home_screen: answer('home_screen_checked', { status: 'unsupported' }),
    web_app_add_to_home_screen: unsupported('home_screen_failed'),
    web_app_request_fullscreen: unsupported('fullscreen_failed'),
    web_app_exit_fullscreen: answer('fullscreen_changed', { is_fullscreen: false }),
    web_app_send_prepared_message: unsupported('prepared_message_failed'),
    web_app_set_emoji_status: unsupported('emoji_status_failed'),
    web_app_request_emoji_status_access: answer('emoji_status_access_requested', { status: 'cancelled' }),
    web_app_request_file_download: answer('file_download_requested', { status: 'cancelled' }),
    ...motion('accelerometer'),
    ...motion('gyroscope'),
    ...motion('device_orientation'),
    ...storage(deviceValues),
    web_app_secure_storage_save_key: unsupported('secure_storage_failed'),
    web_app_secure_storage_get_key: unsupported('secure_storage_failed'),
    web_app_secure_storage_restore_key: unsupported('secure_storage_failed'),
    web_app_secure_storage_clear: unsupported('secure_storage_failed'),
  };
}
