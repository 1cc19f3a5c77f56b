// All stories in one process with one sandbox; the last test looks at what they sent.
import './service.test.js';
import './configuration.test.js';
import './notification.test.js';
import './webhook-configuration.test.js';
import './binding.test.js';
import './conversation.test.js';
import './message.test.js';
import './receipt.test.js';
import './participant.test.js';
import './scoped-webhook.test.js';
import './role.test.js';
import './user.test.js';
import './user-conversation.test.js';
import './participant-conversation.test.js';
import './sunshine.test.js';
import './coverage.js';
