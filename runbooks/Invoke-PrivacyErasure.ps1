#Requires -Version 7.4

<#
.SYNOPSIS
    Erases one person from the Twilio conversations of an account, from Azure Automation, with the evidence in blob storage.
.DESCRIPTION
    Runs in the PowerShell 7.4 runtime of Azure Automation, with the modules ConversationsAdmin, Az.Accounts, Az.Storage and, for a key vault, Az.KeyVault.
    WHAT IS ERASED CAN'T BE HAD BACK. Begin with -WhatIf. Remove-ConvIdentity does the work; its help says what is removed, and what remains.

    Below a folder of the container that is named by a hash of the identity or the address, and not by it, each job has a folder of its own,
    named by when it started: with the evidence of each service as CSV and JSON, the journal and the archive. All of it stays.

    The evidence goes to the blobs while the job works, after 200 things or five minutes, and at the end of each service, also when it fails.
    The journal and the archive go with it except on Windows, and so in a cloud job, where nobody else can read a file that is being written:
    there they go at the end of each service. The job does not end by itself. If it dies, or is ended after three hours,
    start it again with the same parameters: it goes on where the journal is in the blobs, and finds what is left where it is not.
    Once a service has ended without a problem, or after -MaxJournalAge, a later job begins anew and looks into everything again.

    With -Archive, the conversations that the person takes part in are archived as they are now, and the archive is in the blobs, before the first is touched.
    Think about whether an archive of what is to be erased may be kept, and for how long.

    Two jobs never work on the same person: a lease keeps the second one out. A job that failed lets go of it; that of a job that was killed
    is taken over after three and a quarter hours, or at once with -BreakLock. No credential is written anywhere.
    The job fails (throws) when something failed or remains, and after the evidence is in the blobs.
.PARAMETER Identity
    The person's chat identity. Either it or -Address.
.PARAMETER Address
    The person's address, such as +15558675310 or whatsapp:+15558675310.
.PARAMETER ServiceSid
    The Conversations service. Either it or -AllServices.
.PARAMETER AllServices
    Every Conversations service of the account, one after the other.
.PARAMETER EveryConversation
    Reads every conversation, and so finds what the person wrote where they no longer take part. It takes much longer.
.PARAMETER MessageAction
    Remove: the person's messages are removed. Redact: they stay without their text.
.PARAMETER Archive
    Archives the conversations that the person takes part in first. Not together with -EveryConversation.
.PARAMETER AcceptIncompleteArchive
    Touches also what can't be archived completely: media, which the archive names only.
.PARAMETER CredentialName
    The credential asset of the Automation account: an account SID with its auth token, or an API key SID with its secret and -AccountSid.
.PARAMETER KeyVaultName
    The key vault, in place of a credential asset.
.PARAMETER SecretName
    The secret in the key vault: the auth token, or the secret of the API key.
.PARAMETER UserName
    Who the secret is of: the account SID, or the API key SID.
.PARAMETER AccountSid
    The account of an API key.
.PARAMETER StorageAccountName
    The storage account that keeps the evidence.
.PARAMETER ContainerName
    The container in it.
.PARAMETER Prefix
    The folder in the container.
.PARAMETER MaxError
    Ends the erasure in a service when so many things have failed.
.PARAMETER MaxJournalAge
    How old the journal of an earlier job that did not come to its end may be to be gone on with. After that everything is looked into again.
.PARAMETER BreakLock
    Takes the folder although another job holds it. Only when you know that it is dead.
.PARAMETER BaseUri
    Another address of the API, such as that of conv sandbox.
.OUTPUTS
    The evidence: one object for each thing, as Remove-ConvIdentity writes it.
.EXAMPLE
    ./Invoke-PrivacyErasure.ps1 -Identity $identity -AllServices -CredentialName Twilio -StorageAccountName $account -ContainerName erasure -WhatIf
.EXAMPLE
    ./Invoke-PrivacyErasure.ps1 -Address +15558675310 -ServiceSid $serviceSid -EveryConversation -CredentialName Twilio -StorageAccountName $account -ContainerName erasure
.LINK
    about_ConvRunbook
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'CredentialName', Justification = 'It is the name of an asset, and no credential.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'Functions of the script use them.')]
param(
    [string] $Identity,
    [string] $Address,
    [string] $ServiceSid,
    [switch] $AllServices,
    [switch] $EveryConversation,
    [ValidateSet('Remove', 'Redact')][string] $MessageAction = 'Remove',
    [switch] $Archive,
    [switch] $AcceptIncompleteArchive,
    [string] $CredentialName,
    [string] $KeyVaultName,
    [string] $SecretName,
    [string] $UserName,
    [string] $AccountSid,
    [Parameter(Mandatory)][string] $StorageAccountName,
    [Parameter(Mandatory)][string] $ContainerName,
    [string] $Prefix = 'erasure',
    [ValidateRange(1, [int]::MaxValue)][int] $MaxError = 50,
    [timespan] $MaxJournalAge = '7.00:00:00',
    [switch] $BreakLock,
    [uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
if (-not $Identity -eq -not $Address) { throw 'Give -Identity or -Address, one of the two.' }
if (-not $ServiceSid -eq -not $AllServices) { throw 'Give -ServiceSid or -AllServices, one of the two.' }
if ($Archive -and $EveryConversation) {
    throw '-Archive and -EveryConversation do not go together: nothing may be touched before its archive is in the blobs, and that would be one of all conversations. Archive the service with Export-ConvConversation first, and keep the archive; then start the job without -Archive.'
}
if (-not (Get-Module ConversationsAdmin)) { Import-Module ConversationsAdmin }
. (Join-Path (Get-Module ConversationsAdmin).ModuleBase 'runbooks/BlobState.ps1')

$person = if ($Identity) { @{ Identity = $Identity } } else { @{ Address = $Address } }
$hash = [Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes("$($person.Keys):$($person.Values)"))).Substring(0, 32).ToLowerInvariant()
$isPreview = -not $PSCmdlet.ShouldProcess("$(if ($AllServices) { 'all services' } else { "service $ServiceSid" })", "Erase the person with the hash $hash for good")
$WhatIfPreference = $false

$folder = Connect-BlobFolder $StorageAccountName $ContainerName "$Prefix/$hash"
$connect = @{ Provider = 'Twilio'; Name = "PrivacyErasure-$([guid]::NewGuid())" }
$connect.Credential = Get-JobCredential $CredentialName $KeyVaultName $SecretName $UserName
if ($AccountSid) { $connect.AccountSid = $AccountSid }
if ($BaseUri) { $connect.BaseUri = $BaseUri }
Connect-ConvProvider @connect
$connection = Get-ConvConnection $connect.Name
$disk = Join-Path ([IO.Path]::GetTempPath()) "conversations-admin-$([guid]::NewGuid())"
# With other options the same journal would be refused, or would leave out what it must not.
$options = "$(if ($EveryConversation) { 'every-' })$(if ($AllServices) { 'all-' })$MessageAction".ToLowerInvariant()
$failures = [System.Collections.Generic.List[string]]::new()

# What the person takes part in is archived, and the archive is in the blobs, before anything is touched.
function Save-Archive([string] $Service, [string] $Path) {
    $sids = @(Get-ConvParticipantConversation @person -ServiceSid $Service -Connection $connection | ForEach-Object ConversationSid | Sort-Object -Unique)
    if (-not $sids) { return }
    $null = Export-ConvConversation $Path -ConversationSid $sids -ServiceSid $Service -Connection $connection
    Save-BlobFile $folder "$($folder.Start)/$Service.archive.jsonl.gz" $Path
}

# A job that did not come to its end is gone on with, unless it is of another request, long ago.
function Restore-Journal([string] $Name, [string] $Path) {
    $blob = Get-BlobFile $folder $Name | Where-Object Name -CEQ "$($folder.Prefix)/$Name"
    if (-not $blob) { return }
    if ([datetimeoffset]::UtcNow - $blob.LastModified -le $MaxJournalAge) { $null = Restore-BlobFile $folder $Name $Path }
    else { Write-Warning "The journal $Name is older than $MaxJournalAge. Everything is looked into again." }
}

# Each upload is tried, whatever becomes of the others. Returns what went wrong.
function Save-Present([System.Collections.IDictionary] $Path) {
    foreach ($name in @($Path.Keys)) {
        try { if (Test-Path -LiteralPath $Path.$name) { Save-BlobFile $folder $name $Path.$name } }
        catch { "$name is not in the blobs: $_" }
    }
}

function Write-Evidence($Found, [string] $Path) {
    ConvertTo-Json -InputObject $Found.ToArray() -Depth 4 | Set-Content -LiteralPath "$Path.json"
    $Found | Export-Csv -LiteralPath "$Path.csv"
}

# Copies what is being written, as far as it is written. PowerShell itself would respect that it is opened for one alone, and Windows forces everybody to.
function Copy-OpenFile([string[]] $Path) {
    if ($IsWindows) { return }
    foreach ($file in $Path | Where-Object { Test-Path -LiteralPath $_ }) {
        & cp -- $file "$file.copy"
        if ($LASTEXITCODE) { Write-Warning "$file could not be copied while it is in use; it goes to the blobs at the end." }
    }
}

# What a job that is killed now leaves. Only a lost lock ends the job: what can't be uploaded now is uploaded at the end.
function Save-Checkpoint($Found, [hashtable] $File) {
    Confirm-BlobLock $folder
    try {
        Save-Heartbeat $folder
        Write-Evidence $Found $File.Evidence
        Copy-OpenFile $File.Journal, $File.Archive
        $paths = [ordered]@{
            $File.JournalBlob = "$($File.Journal).copy"
            "$($File.Blob).archive.jsonl.gz" = "$($File.Archive).copy"
            "$($File.Blob).evidence.json" = "$($File.Evidence).json"
            "$($File.Blob).evidence.csv" = "$($File.Evidence).csv"
        }
        Save-Present $paths | Write-Warning
    }
    catch { Write-Warning "What was done so far is not in the blobs yet: $_" }
}

# Whatever happened: what was done must be provable. Returns what went wrong.
function Save-End($Found, [hashtable] $File) {
    try { Write-Evidence $Found $File.Evidence }
    catch { "The evidence could not be written: $_" }
    $paths = [ordered]@{
        "$($File.Blob).evidence.json" = "$($File.Evidence).json"
        "$($File.Blob).evidence.csv" = "$($File.Evidence).csv"
        "$($File.Blob).journal.jsonl" = $File.Journal
        "$($File.Blob).archive.jsonl.gz" = $File.Archive
    }
    Save-Present $paths
}

# The journal that the next job goes on with; none if there is nothing left to do, so that a later request begins anew.
function Save-Journal([hashtable] $File, [bool] $IsClean) {
    try {
        Confirm-BlobLock $folder
        if ($IsClean) { Remove-BlobFile $folder $File.JournalBlob }
        elseif (Test-Path -LiteralPath $File.Journal) { Save-BlobFile $folder $File.JournalBlob $File.Journal }
    }
    catch { "$($File.JournalBlob) is not as the next job needs it: $_" }
}

function Invoke-Erasure([string] $Service) {
    $file = @{ Blob = "$($folder.Start)/$Service"; JournalBlob = "$Service.$options.journal.jsonl" }
    $file.Archive, $file.Journal, $file.Evidence = 'archive.jsonl.gz', 'journal.jsonl', 'evidence' | ForEach-Object { Join-Path $disk "$Service.$_" }
    $erase = @{} + $person + @{ ServiceSid = $Service; Connection = $connection; EveryConversation = $EveryConversation; MessageAction = $MessageAction; JournalPath = $file.Journal; MaxError = $MaxError }
    $found = [System.Collections.Generic.List[object]]::new()
    $problems = @()
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $saved = 0
    $fatal = 'The job was stopped.'
    try {
        Restore-Journal $file.JournalBlob $file.Journal
        if ($Archive) {
            Save-Archive $Service $file.Archive
            $erase += @{ ArchivePath = $file.Archive; AcceptIncompleteArchive = $AcceptIncompleteArchive }
        }
        Remove-ConvIdentity @erase -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems | ForEach-Object {
            $found.Add($_)
            $_
            if ($found.Count - $saved -ge 200 -or $watch.Elapsed -ge '00:05:00') {
                Save-Checkpoint $found $file
                $saved = $found.Count
                $watch.Restart()
            }
        }
        $fatal = $null
    }
    catch { $fatal = $_ }
    finally {
        $problems = @($problems) + @($fatal) + @(Save-End $found $file) | Where-Object { $_ }
        $problems = @($problems) + @(Save-Journal $file -IsClean (-not $problems)) | Where-Object { $_ }
        foreach ($problem in $problems) { $failures.Add("$Service`: $problem") }
    }
}

try {
    $services = @(if ($AllServices) { (Get-ConvService -Connection $connection).ServiceSid } else { $ServiceSid })
    if ($isPreview) {
        foreach ($service in $services) {
            Remove-ConvIdentity @person -ServiceSid $service -Connection $connection -EveryConversation:$EveryConversation -MessageAction $MessageAction -WhatIf
        }
        return
    }

    $null = New-Item -ItemType Directory -Path $disk
    Lock-BlobFolder $folder -BreakLock:$BreakLock
    foreach ($service in $services) {
        Save-Heartbeat $folder
        Invoke-Erasure $service
    }
    if ($failures) { throw "$($failures.Count) things failed or remain, and the evidence says which ($($folder.Prefix)/$($folder.Start)). Start the job again. The first: $($failures | Select-Object -First 3)" }
}
finally {
    Unlock-BlobFolder $folder
    Remove-Item -LiteralPath $disk -Recurse -Force -ErrorAction Ignore
    Disconnect-ConvProvider $connect.Name
}
