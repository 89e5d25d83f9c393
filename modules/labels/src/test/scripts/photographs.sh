#!/bin/sh
# Fetches the photographs that the tables of the picture and film watermarks are made from: free ones, from Debian packages.
# Usage: photographs.sh FOLDER. Afterwards FOLDER/tuned has those that the watermark was tuned on, FOLDER/others the rest.
set -eu
folder=$1
mkdir -p "$folder/packages" "$folder/tuned" "$folder/others"
cd "$folder/packages"
for package in mate-backgrounds lomiri-wallpapers-16.04 lomiri-wallpapers-20.04 plasma-workspace-wallpapers; do
    apt-get download "$package"
    dpkg-deb -x "$package"_*.deb "$package"
done
for photograph in mate-backgrounds/usr/share/backgrounds/mate/nature/*.jpg; do
    cp "$photograph" ../tuned/
done
for photograph in lomiri-wallpapers-*/usr/share/backgrounds/*.jpg; do
    cp "$photograph" ../others/
done
for photograph in plasma-workspace-wallpapers/usr/share/wallpapers/*/contents/images/2560x1600.jpg; do
    name=${photograph#plasma-workspace-wallpapers/usr/share/wallpapers/}
    cp "$photograph" "../others/${name%%/*}.jpg"
done
cd ../others
mv Autumn.jpg DarkestHour.jpg Grey.jpg Painting-Colors_by__herobrine7gamer.jpg aitzgorri_by_Aitzol_Berasategi.jpg \
    life_by_Aitzol_Berasategi.jpg umang_by_Abhishek_Mudgal.jpg ../tuned/
