# Completion of deckbuilder for Windows PowerShell 5.1 and PowerShell 7.
# For every new window, put this line into the file that $PROFILE names:
#   deckbuilder completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'deckbuilder' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $ErrorActionPreference = 'SilentlyContinue'
    $before = New-Object 'System.Collections.Generic.List[string]'
    foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $before.Add($element.Value)
        } else {
            $before.Add($element.Extent.Text)
        }
    }

    $kept = @($env:_DECKBUILDER_COMPLETE, $env:COMP_WORDS, $env:COMP_WORD)
    try {
        $env:_DECKBUILDER_COMPLETE = 'powershell_complete'
        $env:COMP_WORDS = ConvertTo-Json -InputObject $before.ToArray() -Compress
        $env:COMP_WORD = $wordToComplete.Trim([char[]]@([char]39, [char]34))
        $command = $commandAst.GetCommandName()
        $lines = @(& $command 2>$null)
    } finally {
        $env:_DECKBUILDER_COMPLETE = $kept[0]
        $env:COMP_WORDS = $kept[1]
        $env:COMP_WORD = $kept[2]
    }

    foreach ($line in $lines) {
        $item = ConvertFrom-Json -InputObject $line
        if ($item.type -eq 'plain') {
            $text = $item.value
            if ($text -notmatch '^[\w./:=-]+$') { $text = "'" + $text.Replace("'", "''") + "'" }
            [System.Management.Automation.CompletionResult]::new($text, $item.value, 'ParameterValue', $item.help)
        } elseif ($item.type) {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
        }
    }
}
