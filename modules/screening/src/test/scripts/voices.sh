#!/bin/sh
# Fetches the sounds that the table of voice detection is made from: free ones, from Debian packages. Needs ffmpeg.
# Usage: voices.sh FOLDER. Afterwards FOLDER/tuned-voices and tuned-others are what the detector was tuned on, FOLDER/voices and others the rest.
set -eu
folder=$1
mkdir -p "$folder/packages" "$folder/tuned-voices" "$folder/tuned-others" "$folder/voices" "$folder/others" \
    "$folder/long-others"
cd "$folder/packages"
for package in asterisk-core-sounds-en-wav asterisk-core-sounds-fr-wav asterisk-core-sounds-ru-wav asterisk-core-sounds-it-wav \
    asterisk-core-sounds-es-wav asterisk-moh-opsound-wav sound-theme-freedesktop frozen-bubble-data pingus-data; do
    apt-get download "$package"
    dpkg-deb -x "$package"_*.deb "$package"
done
# the first prompts of more than a second and a half
prompts() {
    find "asterisk-core-sounds-$1-wav" -name '*.wav' -size +24k | sort | head -n "$2" | while read -r prompt; do
        cp "$prompt" "../$3/$1-$(echo "$prompt" | cksum | cut -d' ' -f1).wav"
    done
}
prompts en 100 tuned-voices
for language in fr ru it es; do prompts "$language" 50 voices; done
pieces() {
    ffmpeg -nostdin -loglevel error -y -t "$3" -i "$1" -vn -ar 8000 -ac 1 -f segment -segment_time 10 "$2-%02d.wav"
}
for music in asterisk-moh-opsound-wav/usr/share/asterisk/moh/*.wav; do
    pieces "$music" "../tuned-others/$(basename "$music" .wav)" 200
done
# the same music in long pieces, of which each part of ten seconds is a chance to be wrong
for music in asterisk-moh-opsound-wav/usr/share/asterisk/moh/*.wav; do
    ffmpeg -nostdin -loglevel error -y -t 480 -i "$music" -vn -ar 8000 -ac 1 -f segment -segment_time 120 \
        "../long-others/$(basename "$music" .wav)-%02d.wav"
done
# the names of channels in the sound theme are spoken
find sound-theme-freedesktop frozen-bubble-data pingus-data -type f \( -name '*.wav' -o -name '*.ogg' -o -name '*.oga' \) |
    grep -v audio-channel- | sort | while read -r sound; do
    pieces "$sound" "../others/$(basename "$sound")" 30
done
