/** Why something was refused, in words; codes of the protocol and of the line. */
export const problems = {
  problem: {
    'invalid-input': '内容不符合要求',
    unauthenticated: '登录已过期，请重新登录',
    'not-found': '不存在，或你没有权限',
    conflict: '现在的状态下做不了，可能刚被别人处理',
    owned: '{{name}} 正在接待',
    full_other: '你手里已经有 {{count}} 个会话，先结束或放回一个',
    'already-taken': '{{name}} 先接了',
    'already-takenUnknown': '别人先接了',
    'reused-client-id': '这条消息和之前的重复了，请重新写一条',
    'stale-view': '有新消息，请先看一眼',
    overloaded: '服务器很忙，请稍后再试',
    'rate-limited': '操作太快，请稍后再试',
    'version-mismatch': '版本太旧，请刷新',
    'bad-signature': '签名不对',
    'too-large': '内容太长',
    internal: '服务器出错了，请稍后再试',
    offline: '现在连不上服务器',
    timeout: '服务器没有回应，请稍后再试',
    unreadable: '服务器的回答看不懂，请刷新或联系管理员',
  },
} as const;
