/// The style sheet of pictures, in a file that has any.
enum PictureStyle {
  /// Colours by class, each from `HTMLStyle`; what a colour says is also said by shape or text.
  static let sheet = """
    .pictures{display:grid;gap:1rem 2rem;
    grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr))}
    section>p{margin-bottom:.6rem}
    .picture{margin:0 0 .75rem;min-width:0;max-width:46rem;break-inside:avoid}
    .picture figcaption{margin-bottom:.3rem;font-weight:600;overflow-wrap:anywhere}
    .picture svg{display:block;overflow:visible;max-width:100%}
    .picture text{fill:var(--ink);font-size:12px}
    .picture .soft{fill:var(--soft)}
    .picture .value,.picture .soft{paint-order:stroke;stroke:var(--paper);stroke-width:3px}
    .picture .value,.picture .count{font-weight:600}
    .picture .count{font-size:16px}
    .picture .letter{font-size:11px}
    .picture .axis,.picture .branch,.picture .dash,.picture .stroke,.picture .mark{stroke:var(--edge);fill:none}
    .picture .mark{stroke-dasharray:2 3}
    .picture .limit{stroke:var(--alert);stroke-dasharray:6 4;stroke-width:1.5}
    .picture .curve{stroke:var(--accent);stroke-width:2}
    .picture .dot,.picture .bar{fill:var(--accent)}
    .picture .ring,.picture .number{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
    .picture .cross{stroke:var(--alert);stroke-width:2.5;fill:none}
    .picture .check{stroke:var(--accent);stroke-width:2.5;fill:none}
    .picture .question{font-weight:700}
    .picture .broken{fill:var(--alert)}
    .picture .bar.alert{fill:var(--alert)}
    .picture .today{stroke:var(--ink);stroke-width:2}
    .picture .stretch,.picture .field{stroke:var(--edge)}
    .term,.tier-tactical{fill:var(--shade-2);background:var(--shade-2)}
    .otherTerm,.tier-operational{fill:var(--shade-1);background:var(--shade-1)}
    .tier-strategic{fill:var(--shade-3);background:var(--shade-3)}
    .possible,.tier-commodity{fill:var(--paper);background:var(--paper)}
    .picture .possible{stroke-dasharray:5 4}
    .window{fill:var(--alert-band);background:var(--alert-band)}
    .picture .window{stroke:var(--alert);border-color:var(--alert)}
    .legend{margin:.3rem 0 0;padding:0;list-style:none;color:var(--soft);font-size:.85rem;
    overflow-wrap:anywhere}
    .legend b{display:inline-block;min-width:1.4em;color:var(--ink);text-align:center}
    .patch{display:inline-block;width:1.4em;height:.8em;border:1px solid var(--edge);
    vertical-align:-.05em}
    .patch.possible{border-style:dashed}
    .patch.limit{height:0;border:0;border-top:2px dashed var(--alert);vertical-align:.25em}
    .patch.crossed{border:0;height:auto;font-style:normal;text-align:center}
    .patch.crossed::before{content:"\\d7";color:var(--alert);font-weight:700}
    @media print{
    .picture{max-width:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .pictures{grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}
    }

    """
}
