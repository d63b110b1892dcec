# Packs everything in src into a folder, and makes that folder a source of packages for what is built beside it, besides those of this machine.
pack() {
  mkdir -p "$feed" "$newer"
  printf '<configuration><packageSources><add key="packed" value="%s" /><add key="newer" value="%s" /></packageSources></configuration>\n' \
    "$feed" "$newer" >"$consumers/nuget.config"
  printf 'root = true\n' >"$consumers/.editorconfig"
  printf '<Project />\n' | tee "$consumers"/Directory.{Build.props,Build.targets,Packages.props} >/dev/null
  quietly pack dotnet pack -c Release -p:RunAnalyzers=false -p:PackageVersion="$version" -o "$feed" || return 1
  [ "$(find "$feed" -name '*.nupkg' | wc -l)" -eq "$(projects_in_src | wc -l)" ]
}

# Leaves nothing of this run in the cache that all of the machine's projects share.
forget_packages() {
  local cache id
  cache=$(dotnet nuget locals global-packages --list | sed 's/^[^/]*//')
  for id in $(projects_in_src); do
    rm -rf "$cache/${id,,}/$version" "$cache/${id,,}/$newer_version"
  done
}
