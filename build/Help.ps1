#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Microsoft.PowerShell.PlatyPS'; ModuleVersion = '1.0.0' }

<#
.SYNOPSIS
    Brings the syntax and the parameters in the Markdown help up to the built module, and makes the help file of it that Get-Help reads.
.NOTES
    The texts are the writer's. A cmdlet without a file gets one, and a new parameter a place in it, with the summary of the source for a beginning.
    What is left to write is a placeholder, which the tests refuse.
#>
[CmdletBinding()]
param(
    # The built module.
    [Parameter(Mandatory)] [string] $Module,
    # The folder of the culture: help files, with the Markdown in a folder that is named for the module.
    [Parameter(Mandatory)] [string] $Culture,
    # The summaries of the source, as the compiler writes them.
    [Parameter(Mandatory)] [string] $Summaries
)

$ErrorActionPreference = 'Stop'
$scratch = [IO.Directory]::CreateTempSubdirectory().FullName

# Without its help: PlatyPS would add what Get-Help says to what the Markdown says.
Copy-Item -LiteralPath (Resolve-Path -LiteralPath $Module).Path -Destination $scratch -Recurse
Remove-Item -Path (Join-Path $scratch '*/en-US') -Recurse
$bare = Import-Module (Get-ChildItem -LiteralPath $scratch).FullName -PassThru
$folder = (Resolve-Path -LiteralPath $Culture).Path
$markdown = Join-Path $folder $bare.Name
$summaryOf = @{}
foreach ($member in ([xml] (Get-Content -LiteralPath $Summaries -Raw)).doc.members.member) { $summaryOf[$member.name] = ($member['summary']?.InnerText -replace '\s+', ' ')?.Trim() }

function Get-ShortType([string] $Type) {
    $inner = $Type -replace '^System\.Nullable`1\[(.+)\]$', '$1'
    $accelerators = @{ 'System.String' = 'string'; 'System.Int32' = 'int'; 'System.Boolean' = 'bool'; 'System.Double' = 'double' }
    $name = $inner -replace '\[\]$'
    ($accelerators[$name] ?? ($name -replace '^.*\.')) + $inner.Substring($name.Length)
}

function Sync-Markdown {
    $commands = $bare.ExportedCmdlets.Values | Sort-Object Name
    foreach ($command in $commands | Where-Object { -not (Test-Path (Join-Path $markdown "$_.md")) }) {
        $null = New-MarkdownCommandHelp -CommandInfo $command -OutputFolder $folder
        Skip-Hidden (Join-Path $markdown "$command.md") $command
    }
    foreach ($command in $commands) {
        $path = Join-Path $markdown "$command.md"
        $null = Update-MarkdownCommandHelp -Path $path -NoBackup
        $text = Skip-Addition (Get-Content -LiteralPath $path -Raw)
        if (-not ($command.ParameterSets.Parameters.Where({ $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName }))) { $text = Add-NoInput $text }
        [IO.File]::WriteAllText($path, (Add-Summary $text $command))
    }
}

function Add-Summary([string] $Text, $Command) {
    $synopsis = $summaryOf["T:$($Command.ImplementingType.FullName)"]
    $begun = $Text.Replace('{{ Fill in the Synopsis }}', $synopsis ?? '{{ Fill in the Synopsis }}') `
        -replace '(?m)^(### -WhatIf\n\n)(?=```yaml)', "`$1Shows what would be done, and sends no change. Only reads are sent, where the command needs them.`n`n" `
        -replace '(?m)^(### -Confirm\n\n)(?=```yaml)', "`$1Asks for each target before anything is done to it. With -Confirm:`$false nothing is asked.`n`n"
    [regex]::Replace($begun, '\{\{ Fill (\w+) Description \}\}', { param($place) (Get-Summary $Command.ImplementingType $place.Groups[1].Value) ?? $place.Value })
}

function Get-Summary([type] $Type, [string] $Property) {
    for ($level = $Type; $level; $level = $level.BaseType) {
        $declared = $level.IsGenericType ? $level.GetGenericTypeDefinition() : $level
        if ($summaryOf["P:$($declared.FullName).$Property"]) { return $summaryOf["P:$($declared.FullName).$Property"] }
    }
}

# PlatyPS leaves the part empty, where a reader should be told.
function Add-NoInput([string] $Text) { $Text -replace '(?m)^## INPUTS\n\n(?=## )', "## INPUTS`n`n### None`n`nNothing is taken from the pipeline.`n`n" }

# What an update adds: a date that moves, now and then the common parameters, sentences on -WhatIf and -Confirm, and types to inputs and outputs that say enough already.
function Skip-Addition([string] $Text) {
    $additions = '(?m)^ms\.date:.*\n',
        '\n? \[<CommonParameters>\]',
        '(?m)^(Prompts you for confirmation before running the cmdlet|Runs the command in a mode that only reports what would happen without performing the actions)\.\n',
        '(?m)^### \S+\n\n\{\{ Fill in the Description \}\}\n\n'
    foreach ($addition in $additions) { $Text = $Text -replace $addition }
    $Text = $Text -replace '\n{3,}', "`n`n"
    $Text.TrimEnd() + "`n"
}

# PlatyPS does not see what is marked as not to be shown.
function Skip-Hidden([string] $Path, $Command) {
    $text = Get-Content -LiteralPath $Path -Raw
    foreach ($parameter in $Command.Parameters.Values | Where-Object { $_.Attributes.DontShow -contains $true }) {
        $text = $text -replace "(?ms)^### -$($parameter.Name)`$.*?(?=^### )"
    }
    Set-Content -LiteralPath $Path -Value $text -NoNewline
}

function ConvertTo-Element($Document, [string] $Name, [string] $Text) {
    $namespaces = @{ maml = 'http://schemas.microsoft.com/maml/2004/10'; dev = 'http://schemas.microsoft.com/maml/dev/2004/10' }
    $prefix, $local = $Name -split ':'
    $element = $Document.CreateElement($prefix, $local, $namespaces[$prefix])
    $element.InnerText = $Text
    $element
}

# PlatyPS leaves the code between its fences in the introduction, where Get-Help shows the fences.
function Repair-Example($Example) {
    $document = $Example.OwnerDocument
    $text = @($Example.introduction.para | Where-Object { $_ -ne "$([char] 0x80)" }) -join "`n`n"
    if ($text -notmatch '(?s)^```powershell\n(?<code>.*?)\n```\n*(?<remarks>.*)$') { throw "$($Example.ParentNode.ParentNode.details.name), $($Example.title): an example begins with its code, between ``````powershell and ``````." }
    $code, $remarks = $Matches.code, $Matches.remarks
    $null = $Example.RemoveChild($Example['maml:introduction'])
    $null = $Example.ReplaceChild((ConvertTo-Element -Document $document -Name dev:code -Text $code), $Example['dev:code'])
    # The empty paragraph keeps the next example apart.
    foreach ($paragraph in @($remarks -split '\n\n' -ne '') + '') { $null = $Example['dev:remarks'].AppendChild((ConvertTo-Element -Document $document -Name maml:para -Text $paragraph)) }
}

# An address is none when it is a file beside the Markdown, or empty.
function Repair-Link($Link) {
    if ($Link.linkText -eq 'Online Version') { $null = $Link.ParentNode.RemoveChild($Link) }
    elseif ($Link.uri -notlike 'https:*') { $Link['maml:uri'].InnerText = '' }
}

function Add-Default($Help, $Page) {
    foreach ($parameter in $Page.Parameters | Where-Object DefaultValue) {
        $shown = $Help.SelectSingleNode("//*[local-name()='command'][*/*[local-name()='name']='$($Page.Title)']/*[local-name()='parameters']/*[*[local-name()='name']='$($parameter.Name)']")
        $null = $shown.AppendChild((ConvertTo-Element -Document $Help -Name dev:defaultValue -Text $parameter.DefaultValue))
    }
}

function Export-Maml {
    $pages = Get-ChildItem -LiteralPath $markdown -Filter *.md | Sort-Object Name | Import-MarkdownCommandHelp
    $made = $pages | Export-MamlCommandHelp -OutputFolder (Join-Path $scratch 'maml')
    $help = [xml]::new()
    $help.Load($made.FullName)
    foreach ($page in $pages) { Add-Default $help $page }
    foreach ($type in @($help.SelectNodes('//*[local-name()="parameterValue"]'))) { $type.InnerText = Get-ShortType $type.InnerText }
    foreach ($example in @($help.SelectNodes('//*[local-name()="example"]'))) { Repair-Example $example }
    # The parameters say it once more, with all there is to say.
    foreach ($said in @($help.SelectNodes('//*[local-name()="syntaxItem"]/*/*[local-name()="description" or local-name()="type"]'))) { $null = $said.ParentNode.RemoveChild($said) }
    foreach ($link in @($help.SelectNodes('//*[local-name()="navigationLink"]'))) { Repair-Link $link }

    $writer = [System.Xml.XmlWriter]::Create((Join-Path $folder $made.Name), [System.Xml.XmlWriterSettings]@{ Indent = $true; NewLineChars = "`n"; Encoding = [Text.UTF8Encoding]::new($false) })
    try { $help.Save($writer) }
    finally { $writer.Dispose() }
}

try {
    Sync-Markdown
    Export-Maml
}
finally { Remove-Item -LiteralPath $scratch -Recurse -ErrorAction Ignore }
