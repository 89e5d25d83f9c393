#!/bin/sh
# Fetches the pictures that the table of face detection is made from: free ones, from Debian packages.
# Usage: faces.sh FOLDER. Afterwards FOLDER/faces shows people, FOLDER/others nobody, and FOLDER/lfw_subset.npy has small pictures of both.
set -eu
folder=$1
mkdir -p "$folder/packages" "$folder/faces" "$folder/others"
cd "$folder/packages"
for package in python3-skimage python3-sklearn mate-backgrounds lomiri-wallpapers-16.04 lomiri-wallpapers-20.04 \
    plasma-workspace-wallpapers ukui-wallpapers; do
    apt-get download "$package"
    dpkg-deb -x "$package"_*.deb "$package"
done
data=python3-skimage/usr/lib/python3/dist-packages/skimage/data
cp "$data/lfw_subset.npy" ..
cp "$data/astronaut.png" "$data/camera.png" ../faces/
for name in brick.png chelsea.png coffee.png grass.png gravel.png horse.png hubble_deep_field.jpg ihc.png moon.png \
    motorcycle_left.png page.png retina.jpg rocket.jpg text.png clock_motion.png cell.png; do
    cp "$data/$name" "../others/skimage-$name"
done
cp python3-sklearn/usr/lib/python3/dist-packages/sklearn/datasets/images/*.jpg ../others/
for photograph in mate-backgrounds/usr/share/backgrounds/mate/*/*.jpg lomiri-wallpapers-*/usr/share/backgrounds/*.jpg \
    ukui-wallpapers/usr/share/backgrounds/*.jpg ukui-wallpapers/usr/share/backgrounds/*.png; do
    cp "$photograph" ../others/
done
rm ../others/Elephants_*x*.jpg
for photograph in plasma-workspace-wallpapers/usr/share/wallpapers/*/contents/images/2560x1600.jpg; do
    name=${photograph#plasma-workspace-wallpapers/usr/share/wallpapers/}
    cp "$photograph" "../others/${name%%/*}.jpg"
done
