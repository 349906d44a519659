# Third-party libraries

Shipped with Spotdock. Made by `./mvnw process-test-resources`, which writes `target/third-party/THIRD-PARTY.md`; a test
compares that with this file.

| library | version | licence |
|---|---|---|
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
| [${project.groupId}:${project.artifactId}](${project.url!"https://central.sonatype.com/artifact/" + project.groupId + "/" + project.artifactId}) | ${project.version} | <#list entry.getValue() as licence>${licence}<#sep> or </#list> |
</#list>

Fonts, in the jar: [Inter](https://github.com/rsms/inter) and [JetBrains Mono](https://github.com/JetBrains/JetBrainsMono), both under
the SIL Open Font License 1.1, which stands beside them in `io/spotdock/gui/fonts/OFL.txt`.
