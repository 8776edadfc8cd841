// The names of the 64 emoji of a verification in Chinese; their English names are keys.
const ZH: Record<string, string> = {
  Dog: "狗", Cat: "猫", Lion: "狮子", Horse: "马", Unicorn: "独角兽", Pig: "猪", Elephant: "大象", Rabbit: "兔子",
  Panda: "熊猫", Rooster: "公鸡", Penguin: "企鹅", Turtle: "乌龟", Fish: "鱼", Octopus: "章鱼", Butterfly: "蝴蝶", Flower: "花",
  Tree: "树", Cactus: "仙人掌", Mushroom: "蘑菇", Globe: "地球", Moon: "月亮", Cloud: "云", Fire: "火", Banana: "香蕉",
  Apple: "苹果", Strawberry: "草莓", Corn: "玉米", Pizza: "披萨", Cake: "蛋糕", Heart: "心", Smiley: "笑脸", Robot: "机器人",
  Hat: "帽子", Glasses: "眼镜", Spanner: "扳手", Wrench: "扳手", Santa: "圣诞老人", "Thumbs Up": "赞", Umbrella: "雨伞", Hourglass: "沙漏",
  Clock: "时钟", Gift: "礼物", "Light Bulb": "灯泡", Book: "书", Pencil: "铅笔", Paperclip: "回形针", Scissors: "剪刀", Lock: "锁",
  Key: "钥匙", Hammer: "锤子", Telephone: "电话", Flag: "旗帜", Train: "火车", Bicycle: "自行车", Aeroplane: "飞机", Airplane: "飞机",
  Rocket: "火箭", Trophy: "奖杯", Ball: "球", Guitar: "吉他", Trumpet: "小号", Bell: "铃铛", Anchor: "锚", Headphones: "耳机",
  Folder: "文件夹", Pin: "图钉",
};

export const emojiName = (english: string, chinese: boolean): string => (chinese ? (ZH[english] ?? english) : english);
