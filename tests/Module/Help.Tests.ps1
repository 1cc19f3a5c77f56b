BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $topics = @(Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot '../../en-US') -Filter *.help.txt | ForEach-Object { @{ Topic = $_.Name -replace '\.help\.txt$'; Path = $_.FullName } })
    $cmdlets = @((Get-Module ConversationsAdmin).ExportedCmdlets.Keys | Sort-Object | ForEach-Object { @{ Cmdlet = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $commands = (Get-Module ConversationsAdmin).ExportedCmdlets
    $exported = (Get-Module ConversationsAdmin).ExportedCommands.Keys
    $culture = Join-Path $PSScriptRoot '../../en-US'
    $maml = [xml](Get-Content -LiteralPath (Join-Path $modulePath 'en-US/ConversationsAdmin.Module.dll-Help.xml') -Raw)

    # A lone sentence or several paragraphs, as one text.
    function Get-Text($Paragraph) { (@($Paragraph.Text) -ne '') -join "`n`n" }

    # What is neither PowerShell's own nor kept from the reader.
    function Get-ShownParameter($Command) {
        $own = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $offered = [System.Management.Automation.CommandMetadata]::new($Command).SupportsShouldProcess ? @('WhatIf', 'Confirm') : @()
        $Command.Parameters.Values | Where-Object { $_.Name -in $offered -or ($_.Name -notin $own -and $_.Attributes.DontShow -notcontains $true) }
    }

    # One line of what is to be the same.
    function Join-Fact([string] $Name, [string[]] $Alias, [bool] $ByValue, [bool] $ByPropertyName, [bool] $Wildcards) {
        "-$Name aliases: $($Alias | Sort-Object) by value: $ByValue by property name: $ByPropertyName wildcards: $Wildcards"
    }

    # The text below a heading of Markdown, up to the next one of its level or above.
    function Get-Section([string] $Markdown, [string] $Heading) {
        $level = ($Heading -split ' ')[0].Length
        if ($Markdown -match "(?ms)^$([regex]::Escape($Heading))`$\n+(?<text>.*?)\s*(?=^#{1,$level} |\z)") { $Matches.text }
    }

    # What Get-Help shows of a text that Markdown has.
    function Get-Plain([string] $Markdown) { $Markdown -replace '(?ms)^```yaml.*' -replace '\s+', ' ' | ForEach-Object Trim }
}

Describe 'The help of <Cmdlet>' -ForEach $cmdlets {
    BeforeAll {
        $command = $commands[$Cmdlet]
        $help = Get-Help $Cmdlet
        $page = (Get-Content -LiteralPath (Join-Path $culture "ConversationsAdmin/$Cmdlet.md") -Raw) -replace '\r'
        $shown = @(Get-ShownParameter $command)
    }

    It 'has every part, and none of it is left to be filled in' {
        $help.Synopsis | Should -Match '^[A-Z].+\.$'
        Get-Text $help.description | Should -Match '\w+ \w+'
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        foreach ($example in $help.examples.example) {
            $example.code | Should -Match '\S'
            Get-Text $example.remarks | Should -Match '\S'
        }
        $help.inputTypes.inputType.type.name | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
        $help.relatedLinks.navigationLink.linkText | Should -Not -BeNullOrEmpty
        $page | Should -Not -Match '\{\{'
    }

    It 'describes the parameters that the cmdlet has, and no other' {
        $help.parameters.parameter.name | Sort-Object | Should -Be ($shown.Name | Sort-Object)
        $help.parameters.parameter | Where-Object { (Get-Text $_.description) -notmatch '\w+.*\.$' } | ForEach-Object name | Should -BeNullOrEmpty
    }

    It 'says of each parameter what the cmdlet takes' {
        $said = foreach ($parameter in $help.parameters.parameter | Sort-Object name) {
            Join-Fact $parameter.name ($parameter.aliases -split ', ' -ne 'none') ($parameter.pipelineInput -like '*ByValue*') ($parameter.pipelineInput -like '*ByPropertyName*') ($parameter.globbing -eq 'true')
        }
        $real = foreach ($parameter in $shown | Sort-Object Name) {
            $sets = $parameter.ParameterSets.Values
            $takesWildcards = [bool] $parameter.Attributes.Where({ $_ -is [SupportsWildcards] })
            Join-Fact $parameter.Name $parameter.Aliases ($sets.ValueFromPipeline -contains $true) ($sets.ValueFromPipelineByPropertyName -contains $true) $takesWildcards
        }
        $said | Should -Be $real
    }

    It 'shows each parameter set with what belongs to it' {
        $said = foreach ($item in $help.syntax.syntaxItem) { ($item.parameter.name | Sort-Object) -join ' ' }
        $real = foreach ($set in $command.ParameterSets) { ($set.Parameters.Name.Where({ $_ -in $shown.Name }) | Sort-Object) -join ' ' }
        $said | Sort-Object | Should -Be ($real | Sort-Object)
    }

    It 'names the types that the cmdlet writes' {
        $said = $help.returnValues.returnValue.type.name -replace '^None$', 'System.Void'
        $said | Sort-Object | Should -Be ($command.OutputType.Name | Sort-Object)
    }

    It 'says the same in Markdown' {
        Get-Plain (Get-Section $page '## SYNOPSIS') | Should -Be (Get-Plain $help.Synopsis)
        Get-Plain (Get-Section $page '## DESCRIPTION') | Should -Be (Get-Plain (Get-Text $help.description))
        Get-Plain (Get-Section $page '## NOTES') | Should -Be (Get-Plain (Get-Text $help.alertSet.alert))
        $written = foreach ($parameter in $help.parameters.parameter) { "-$($parameter.name): $(Get-Plain (Get-Section $page "### -$($parameter.name)"))" }
        $written | Should -Be @($help.parameters.parameter | ForEach-Object { "-$($_.name): $(Get-Plain (Get-Text $_.description))" })
        $shownExamples = foreach ($example in $help.examples.example) { "### $($example.title.Trim('- ')) ``````powershell $($example.code) `````` $(Get-Text $example.remarks)" }
        Get-Plain (Get-Section $page '## EXAMPLES') | Should -Be (Get-Plain ($shownExamples -join ' '))
        [regex]::Matches((Get-Section $page '## RELATED LINKS'), '\[(.+?)\]').ForEach({ $_.Groups[1].Value }) | Should -Be @($help.relatedLinks.navigationLink.linkText)
    }

    It 'links to cmdlets that exist, and to addresses' {
        foreach ($link in $help.relatedLinks.navigationLink | Where-Object linkText -NotLike 'about_*') {
            if ($link.uri) { $link.uri | Should -Match '^https://' }
            else { $commands.Keys | Should -Contain $link.linkText }
        }
    }

    It 'names no cmdlet of this module that does not exist' {
        $named = [regex]::Matches($page, '\b(Add|Connect|Disconnect|Export|Find|Get|Invoke|New|Remove|Select|Set|Test)-(Conv|Proxy|Telnyx|Sunshine)\w+').Value | Sort-Object -Unique
        $named | Where-Object { $_ -notin $exported } | Should -BeNullOrEmpty
    }
}

Describe 'The help of the module' {
    It 'is of its cmdlets, and of no other' {
        $maml.helpItems.command.details.name | Sort-Object | Should -Be ($commands.Keys | Sort-Object)
        (Get-ChildItem -LiteralPath (Join-Path $culture 'ConversationsAdmin') -Filter *.md).BaseName | Sort-Object | Should -Be ($commands.Keys | Sort-Object)
    }

    It 'has neither a placeholder nor a mark of Markdown left in it' {
        $maml.OuterXml | Should -Not -Match '\{\{|```|\u0080|\]\('
    }

    It 'is built from what the repository has' {
        foreach ($file in Get-ChildItem -LiteralPath $culture -File) {
            (Get-FileHash -LiteralPath (Join-Path $modulePath "en-US/$($file.Name)")).Hash | Should -Be (Get-FileHash -LiteralPath $file).Hash -Because $file.Name
        }
    }

    It 'has every topic that its pages and topics name' {
        $named = Get-ChildItem -LiteralPath $culture -Recurse -Include *.help.txt, *.md | Select-String '\babout_Conv\w+' -AllMatches | ForEach-Object { $_.Matches.Value } | Sort-Object -Unique
        $named | Where-Object { -not (Test-Path (Join-Path $culture "$_.help.txt")) } | Should -BeNullOrEmpty
    }

    It 'is the same text wherever a parameter means the same' {
        foreach ($name in 'ThrottleLimit', 'WhatIf', 'UnfinishedAction', 'First', 'Skip', 'PageSize') {
            $texts = $maml.helpItems.command.parameters.parameter | Where-Object name -EQ $name | ForEach-Object { "$($_.description.para)" } | Sort-Object -Unique
            # A plan's look at the list has no connection's limit beside it to tell of.
            @($texts).Count | Should -BeLessOrEqual ($name -eq 'ThrottleLimit' ? 2 : 1) -Because "-$name"
        }
    }
}

Describe 'The topic <Topic>' -ForEach $topics {
    It 'is what Get-Help shows' {
        Get-Help $Topic | Out-String | Should -BeLike "*$Topic*SHORT DESCRIPTION*"
    }

    It 'is no wider than a terminal' {
        Get-Content -LiteralPath $Path | Where-Object Length -GT 79 | Should -BeNullOrEmpty
    }

    # They are pieces of a script, with names that the reader has; so they are read, and not run.
    It 'has examples whose cmdlets and parameters exist' {
        $code = (Get-Content -LiteralPath $Path -Raw) -replace '(?s)^.*\nEXAMPLES\r?\n' -replace '(?s)\nSEE ALSO.*' -split '\r?\n' -match '^ {8}' -join "`n"
        $wrong = [System.Management.Automation.Language.ParseError[]] $null
        $script = [System.Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $wrong)
        $wrong | Should -BeNullOrEmpty

        foreach ($call in $script.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
            $called = Get-Command $call.GetCommandName() -ErrorAction Stop
            foreach ($parameter in $call.CommandElements.Where({ $_ -is [System.Management.Automation.Language.CommandParameterAst] })) {
                { $called.ResolveParameter($parameter.ParameterName) } | Should -Not -Throw -Because "$($call.Extent.Text)"
            }
        }
    }
}
