#!/usr/bin/env bash
# Makes the clips of ten seconds that SoundWatermarkTable marks and attacks: speech of espeak-ng, and free recordings and
# music out of Debian packages. Needs apt-get, dpkg-deb, ffmpeg and espeak-ng; nothing of it is kept in the repository.
#
#   recordings.sh FOLDER     writes FOLDER/tune/*.wav (the constants were chosen on these) and FOLDER/report/*.wav
set -euo pipefail
folder=$(realpath -m "${1:?name a folder for the clips}")
packages=(asc-music asterisk-moh-opsound-g722 drascula-music extremetuxracer-data fillets-ng-data
  fretsonfire-songs-muldjord hyperrogue-music pocketsphinx-testdata)
mkdir -p "$folder"/{packages,unpacked,tune,report}

cd "$folder/packages"
for package in "${packages[@]}"; do
  compgen -G "${package}_*.deb" >/dev/null || apt-get download "$package"
  [[ -e $folder/unpacked/usr/share/doc/$package ]] || dpkg-deb -x "$package"_*.deb "$folder/unpacked"
done
cd "$folder/unpacked/usr/share"

clip() { # set/name, start in seconds, one or more recordings that are joined
  local to=$folder/$1.wav from=$2
  shift 2
  local inputs=()
  for recording in "$@"; do inputs+=(-i "$recording"); done
  ffmpeg -v error -nostdin -y "${inputs[@]}" -filter_complex "concat=n=$#:v=0:a=1,atrim=start=$from,asetpts=PTS-STARTPTS" \
    -t 10 -c:a pcm_s16le "$to"
}

spoken() { # set/name, voice, words
  espeak-ng -v "$2" -s 150 -w "$folder/packages/spoken.wav" "$3"
  clip "$1" 0 "$folder/packages/spoken.wav"
}

english="The quick brown fox jumps over the lazy dog, while seven wizards brew a potion from old herbs and fresh water. \
Nobody in the village had ever seen such a thing, and nobody believed it when they were told about it later that evening."
chinese="今天天气很好，我们一起去公园散步。路边的花都开了，孩子们在草地上奔跑，老人们坐在树下聊天喝茶。\
晚上回家以后，大家围着桌子吃饭，说说一天里的见闻，然后早早休息，准备明天的工作和学习。"
german="Am Anfang war der Wald so dicht, dass kaum ein Lichtstrahl den Boden erreichte, und die Vögel sangen nur am frühen \
Morgen. Später kamen Wege, Felder und Häuser dazu, und aus der Lichtung wurde mit den Jahren ein kleines Dorf."
french="Le matin, la place du marché se remplit de voix, de couleurs et d'odeurs de pain chaud. Les marchands appellent les \
passants, les enfants courent entre les étals, et les vieux du village parlent longuement du temps qu'il fera demain."

librivox=pocketsphinx/test/data/librivox/sense_and_sensibility_01_austen_64kb
songs=games/fretsonfire/data/songs/muldjord

spoken tune/speech-english-synthetic en-us "$english"
spoken tune/speech-mandarin-synthetic cmn "$chinese"
clip tune/speech-librivox-a 0 ${librivox}-0870.wav ${librivox}-0880.wav
clip tune/music-crossroads 12 hyperrogue/music/hr3-crossroads.ogg
clip tune/music-adventure 30 scummvm/drascula/audio/track6.ogg
clip tune/music-metal 40 $songs/chaos_god/song.ogg
clip tune/music-coffee 20 asterisk/moh/manolo_camp-morning_coffee.g722

spoken report/speech-german-synthetic de "$german"
spoken report/speech-french-synthetic fr+f3 "$french"
spoken report/speech-mandarin-synthetic cmn+f2 "$chinese"
clip report/speech-librivox-b 0 ${librivox}-0890.wav ${librivox}-0920.wav
clip report/speech-actors 0 games/fillets-ng/sound/city/en/*.ogg games/fillets-ng/sound/pavement/en/*.ogg
clip report/music-palace 15 hyperrogue/music/hr-savino-palace.ogg
clip report/music-hunting 30 hyperrogue/music/hr-domina-hunting.ogg
clip report/music-icyland 20 hyperrogue/music/hr3-icyland.ogg
clip report/music-castle 40 scummvm/drascula/audio/track16.ogg
clip report/music-metal-b 60 $songs/mutilated_mime/song.ogg
clip report/music-frontiers 60 games/asc/music/frontiers.mp3
clip report/music-freezing 30 games/etr/music/freezingpoint.ogg
clip report/music-piano 5 games/fillets-ng/sound/cancan/en/kan-klavir-music.ogg
clip report/music-aquarium 30 games/fillets-ng/music/rybky04.ogg
