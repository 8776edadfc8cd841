// The words for changed settings of a room.
import { book } from "../../i18n";

export const en = {
  "role.admin": "an admin",
  "role.moderator": "a moderator",
  "role.member": "a member",
  "made": "{name} made {people} {role}",
  "also": "; ",
  "powers": "{name} changed the permissions",
  "join.public": "{name} opened the group to everybody",
  "join.knock": "{name} opened the group to those who ask",
  "join.invite": "{name} closed the group: one joins by invitation",
  "join.restricted": "{name} opened the group to the members of a space",
  "history.world_readable": "{name} let everybody read earlier messages",
  "history.shared": "{name} let all members read earlier messages",
  "history.invited": "{name} let members read what was said since they were invited",
  "history.joined": "{name} let members read what was said since they joined",
  "sealed": "{name} turned on end-to-end encryption",
  "address": "{name} made {alias} the main address",
  "addresses": "{name} changed the addresses",
  "moved": "{name} upgraded the room: it goes on in a new one",
};

export const zh: Record<keyof typeof en, string> = {
  "role.admin": "管理员",
  "role.moderator": "协管员",
  "role.member": "普通成员",
  "made": "{name} 将 {people} 设为{role}",
  "also": "；",
  "powers": "{name} 修改了权限",
  "join.public": "{name} 向所有人开放了群聊",
  "join.knock": "{name} 允许申请加入群聊",
  "join.invite": "{name} 关闭了群聊：只能通过邀请加入",
  "join.restricted": "{name} 向空间成员开放了群聊",
  "history.world_readable": "{name} 让所有人都能看历史消息",
  "history.shared": "{name} 让全体成员都能看历史消息",
  "history.invited": "{name} 让成员只能看受邀之后的消息",
  "history.joined": "{name} 让成员只能看加入之后的消息",
  "sealed": "{name} 开启了端到端加密",
  "address": "{name} 将 {alias} 设为主地址",
  "addresses": "{name} 修改了地址",
  "moved": "{name} 升级了房间：聊天已转移到新房间",
};

export const { t: w } = book({ en, zh });
