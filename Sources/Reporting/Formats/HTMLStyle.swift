/// The style sheet of every HTML output; see `HTMLTable` for what depends on the columns.
enum HTMLStyle {
  /// Light and dark by the reader's system, wide screens, telephones and paper.
  static let sheet = """
    :root{color-scheme:light dark;--ink:#1c2128;--soft:#59636e;--paper:#fff;--line:#d8dee4;
    --band:#f6f8fa;--alert:#b42318;--alert-band:#fef1f0;--warning:#8a5300;--warning-band:#fff8e6;
    --edge:#6b7683;--accent:#0b5cad;--shade-1:#e3eefa;--shade-2:#c3dbf3;--shade-3:#f7d3ce}
    @media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#9aa5b1;--paper:#14181d;
    --line:#323a44;--band:#1c2229;--alert:#ff9a91;--alert-band:#351a1a;--warning:#f0bf5f;
    --warning-band:#302614;--edge:#8793a0;--accent:#7ab7ff;--shade-1:#1b2c3f;--shade-2:#254463;
    --shade-3:#5b2723}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1.5rem;max-width:120rem;background:var(--paper);color:var(--ink);
    font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    header{margin-bottom:1.25rem}
    a{color:inherit}
    nav{margin-bottom:.5rem}
    h1{margin:0 0 .25rem;font-size:1.5rem;line-height:1.2}
    h2{margin:2rem 0 .6rem;font-size:1.1rem}
    p{margin:.25rem 0;max-width:70ch}
    .as-of,.note,footer,caption,tfoot td{color:var(--soft)}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;padding:0 0 .5rem}
    .hidden{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;
    clip-path:inset(50%)}
    th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;white-space:pre-line;
    overflow-wrap:break-word;max-width:26rem;border-bottom:1px solid var(--line)}
    thead th{vertical-align:bottom;font-weight:600;color:var(--soft);
    border-bottom:2px solid var(--line)}
    tbody th{font-weight:600;min-width:7rem;max-width:16rem;overflow-wrap:anywhere}
    tbody tr:hover>*{background:var(--band)}
    tr>.alert,tr.alert>*{color:var(--alert);background:var(--alert-band)}
    tr>.warning,tr.warning>*{color:var(--warning);background:var(--warning-band)}
    tfoot td{text-align:left!important;border:0;padding-top:.6rem}
    dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.3rem 1.5rem;margin:0}
    dt{color:var(--soft)}
    dd{margin:0;white-space:pre-line;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
    dd.alert{color:var(--alert)}
    dd.warning{color:var(--warning)}
    @media (max-width:42rem){
    body{padding:1rem}
    table,tbody,tfoot,tbody tr,tfoot tr,tfoot td,caption:not(.hidden){display:block}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    tbody tr{border:1px solid var(--line);border-radius:.5rem;margin-bottom:.75rem;
    overflow:hidden}
    tbody tr>*{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.75rem;max-width:none;
    padding:.3rem .75rem;border:0;text-align:left!important;overflow-wrap:anywhere}
    tbody th{border-bottom:1px solid var(--line)!important;
    background:var(--band)}
    tbody tr>:empty{display:none}
    tbody tr>::before{color:var(--soft);font-weight:400}
    dl{grid-template-columns:1fr;gap:0}
    dd{margin-bottom:.6rem}
    }
    @media print{
    @page{size:landscape;margin:12mm}
    :root{--ink:#000;--soft:#333;--paper:#fff;--line:#999;--band:#fff;--alert:#000;
    --alert-band:#fff;--warning:#000;--warning-band:#fff;--edge:#555;--accent:#000;
    --shade-1:#f2f2f2;--shade-2:#ddd;--shade-3:#bbb}
    body{padding:0;font-size:9pt;max-width:none}
    .scroll{overflow:visible}
    th,td{padding:.15rem .4rem}
    tfoot{display:table-row-group}
    tr,dt,dd{break-inside:avoid}
    h2{break-after:avoid}
    tr.alert,dd.alert{font-weight:600}
    }

    """
}
